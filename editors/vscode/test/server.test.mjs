// The server starts as the extension starts it, and speaks. NEWSLINT_SERVER names its command, as JSON.
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import rpc from "vscode-jsonrpc/node.js";
import started from "../out/server.js";

const { COMMAND, commandOf, startServer } = started;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const command = JSON.parse(process.env.NEWSLINT_SERVER ?? "null") ?? COMMAND;
const STORY = "Bridge closes\n\nThe council agreed to to close the bridge on Monday, the mayor said.\n";

test("the server answers, tells what it finds in a story, and ends when it is told to", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "newslint-"));
  const server = await startServer(command, folder);
  const ended = once(server, "exit");
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(server.stdout),
    new rpc.StreamMessageWriter(server.stdin),
  );
  const settings = { config: "", style: "", minConfidence: "", showSpeakers: false };
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => settings));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  const uri = pathToFileURL(join(folder, "story.txt")).href;
  const told = new Promise((resolve) => {
    connection.onNotification("textDocument/publishDiagnostics", (said) => {
      if (said.uri === uri && said.diagnostics.length > 0) resolve(said.diagnostics);
    });
  });
  connection.listen();

  const { capabilities, serverInfo } = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "stories" }],
    capabilities: { workspace: { configuration: true } },
    initializationOptions: settings,
  });
  assert.match(serverInfo.name, /newslint/);
  assert.ok(capabilities.textDocumentSync, "it wants to hear of changes");
  assert.ok(capabilities.codeActionProvider, "it offers fixes");
  assert.ok(capabilities.hoverProvider, "it explains");

  connection.sendNotification("initialized", {});
  connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "plaintext", version: 1, text: STORY },
  });
  const [first] = await told;
  assert.equal(first.code, "repeated-word");
  assert.equal(first.range.start.line, 2);

  await connection.sendRequest("shutdown");
  connection.sendNotification("exit");
  const [code] = await ended;
  assert.equal(code, 0);
  connection.dispose();
});

test("a command that is not there is named, with what to do", async () => {
  await assert.rejects(startServer(["no-such-newslint", "lsp"]), /“no-such-newslint” was not found.*newslint\.command/);
});

test("no shell reads the command", async () => {
  const server = await startServer([process.execPath, "-e", "console.log(process.argv[1])", "$HOME; echo `id`"]);
  let said = "";
  server.stdout.on("data", (piece) => (said += piece));
  await once(server, "close");
  assert.equal(said.trim(), "$HOME; echo `id`");
});

test("a setting that names no command leaves the usual one", () => {
  for (const odd of [undefined, null, "newslint lsp", [], [""], ["newslint", 7]]) {
    assert.deepEqual(commandOf(odd), COMMAND);
  }
  assert.deepEqual(commandOf(["python", "-m", "newslint", "lsp"]), ["python", "-m", "newslint", "lsp"]);
});

test("the manifest and the code name the same languages, settings and command", () => {
  const manifest = JSON.parse(readFileSync(here("../package.json"), "utf8"));
  const source = readFileSync(here("../src/extension.ts"), "utf8");
  const listed = (list) => [...new RegExp(`${list} = \\[(.*?)\\]`).exec(source)[1].matchAll(/"(\w+)"/g)].map(([, name]) => name);
  const languages = listed("LANGUAGES");
  assert.deepEqual(manifest.activationEvents, languages.map((name) => `onLanguage:${name}`));
  const { "newslint.command": first, ...others } = manifest.contributes.configuration.properties;
  assert.deepEqual(first.default, COMMAND);
  assert.deepEqual(Object.keys(others), listed("SETTINGS").map((name) => `newslint.${name}`));
});
