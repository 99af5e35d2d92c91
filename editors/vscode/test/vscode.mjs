// The least of VS Code that the extension needs to run outside of it: what it asks for and nobody names is empty.
import Module from "node:module";

const nothing = { dispose() {} };
const event = () => nothing;

class EventEmitter {
  listeners = [];
  event = (listener) => (this.listeners.push(listener), nothing);
  fire = (data) => this.listeners.forEach((listener) => listener(data));
  dispose() {}
}

class Uri {
  static file = (path) => Uri.parse(`file://${path}`);
  static parse(text) {
    const made = new Uri();
    return Object.assign(made, { scheme: text.split(":")[0], fsPath: decodeURI(text.replace("file://", "")), toString: () => text });
  }
}

/** A class of this name whose instances keep what they are made of in `given`. */
function anyClass(name) {
  const made = { [name]: class { constructor(...given) { this.given = given; } } }[name];
  return new Proxy(made, { get: (of, key) => (key in of ? of[key] : typeof key === "string" && /^[A-Z]/.test(key) ? 0 : undefined) });
}

/** Some functions, and all others that register, make or listen to something, which then never happens. */
function group(named) {
  const other = (key) => {
    if (key.startsWith("on")) return event;
    return /^(register|create)/.test(key) ? () => new Proxy({}, { get: (_, each) => (String(each).startsWith("on") ? event : () => undefined) }) : undefined;
  };
  return new Proxy(named, { get: (of, key) => (key in of || typeof key !== "string" ? of[key] : other(key)) });
}

/** A VS Code with one open story and these settings; `require("vscode")` gives it from now on. */
export function openWith({ folder, story, text, settings }) {
  const seen = { messages: [], commands: {}, diagnostics: new EventEmitter() };
  const say = (message) => Promise.resolve(void seen.messages.push(message));
  const channel = group({ append() {}, appendLine() {}, show() {}, dispose() {} });
  const kind = { value: "", append: () => kind };
  const document = { uri: Uri.parse(story), languageId: "plaintext", version: 1, isClosed: false, getText: () => text };
  const collection = {
    set: (uri, found) => found?.length && seen.diagnostics.fire(found),
    delete() {}, clear() {}, dispose() {}, forEach() {}, get() {}, has() {},
  };
  const named = {
    version: "1.82.0", env: { language: "en", appName: "a stand-in" }, Uri, EventEmitter,
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 }, DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
    CodeActionKind: new Proxy({}, { get: () => kind }),
    Disposable: class { constructor(dispose) { this.dispose = dispose; } static from = () => nothing; },
    CancellationTokenSource: class { token = { isCancellationRequested: false, onCancellationRequested: event }; cancel() {} dispose() {} },
    commands: group({ registerCommand: (name, run) => ((seen.commands[name] = run), nothing) }),
    languages: group({
      createDiagnosticCollection: () => collection,
      match: (selector, of) => ([selector].flat().some(({ language, scheme }) => language === of.languageId && scheme === of.uri.scheme) ? 10 : 0),
    }),
    window: group({
      showErrorMessage: say, showWarningMessage: say, createOutputChannel: () => channel,
      visibleTextEditors: [], activeTextEditor: undefined, tabGroups: { all: [], onDidChangeTabs: event },
      withProgress: (_, run) => run({ report() {} }, { onCancellationRequested: event }),
    }),
    workspace: group({
      workspaceFolders: [{ uri: Uri.parse(folder), name: "stories", index: 0 }], textDocuments: [document], notebookDocuments: [],
      getConfiguration: (section) => ({ get: (name, otherwise) => (section === "newslint" ? settings[name] : otherwise) }),
      getWorkspaceFolder: () => undefined,
    }),
  };
  const vscode = new Proxy(named, {
    get: (of, key) => (key in of || typeof key !== "string" || !/^[A-Z]/.test(key) ? of[key] : (of[key] = anyClass(key))),
  });
  const load = Module._load;
  Module._load = function (name, ...rest) {
    return name === "vscode" ? vscode : load.call(this, name, ...rest);
  };
  return seen;
}
