/** Shows in VS Code what newslint finds: starts its server, hands it stories and settings. Sends nothing elsewhere. */

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";
import { commandOf, startServer } from "./server";

/** The settings that the server knows; how it is started is no concern of its own. */
const SETTINGS = ["config", "style", "minConfidence", "showSpeakers"];

/** What VS Code calls the languages that stories are written in: those of `activationEvents`. */
const LANGUAGES = ["plaintext", "markdown", "mdx", "html", "asciidoc", "restructuredtext"];

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher("**/newslint.{yaml,yml}");
  context.subscriptions.push(
    watcher,
    vscode.commands.registerCommand("newslint.restart", () => restart(watcher)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("newslint.command")) {
        void restart(watcher);
      } else if (change.affectsConfiguration("newslint")) {
        void client?.sendNotification("workspace/didChangeConfiguration", { settings: { newslint: settings() } });
      }
    }),
  );
  await start(watcher);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function restart(watcher: vscode.FileSystemWatcher): Promise<void> {
  await deactivate().catch(() => undefined); // it may have ended already
  await start(watcher);
}

async function start(watcher: vscode.FileSystemWatcher): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.find((each) => each.uri.scheme === "file")?.uri.fsPath;
  const command = commandOf(vscode.workspace.getConfiguration("newslint").get("command"));
  const options: LanguageClientOptions = {
    documentSelector: ["file", "untitled"].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
    initializationOptions: settings(),
    synchronize: { fileEvents: watcher },
    middleware: {
      workspace: {
        configuration: ({ items }) =>
          items.map(({ section, scopeUri }) => (section === "newslint" ? settings(scopeUri) : null)),
      },
    },
  };
  client = new LanguageClient("newslint", "newslint", () => startServer(command, folder), options);
  try {
    await client.start();
  } catch (error) {
    void vscode.window.showErrorMessage(`newslint: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What holds for a story, or without one for the window. */
function settings(story?: string): Record<string, unknown> {
  const told = vscode.workspace.getConfiguration("newslint", story ? vscode.Uri.parse(story) : undefined);
  return Object.fromEntries(SETTINGS.map((name) => [name, told.get(name)]));
}
