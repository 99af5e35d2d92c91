/** Starts newslint's server; knows nothing of VS Code, so that a test can start it the same way. */

import { type ChildProcess, spawn } from "node:child_process";

/** What starts the server where nobody says otherwise. */
export const COMMAND: readonly string[] = ["newslint", "lsp"];

/** The words of a setting that names the command; the usual ones where it names none. */
export function commandOf(setting: unknown): readonly string[] {
  const words = Array.isArray(setting) ? setting : [];
  const fits = words.length > 0 && words.every((word) => typeof word === "string" && word !== "");
  return fits ? words : COMMAND;
}

/**
 * The running server, to be spoken to by its standard input and output. No shell reads the command.
 *
 * Rejects, in an editor's words, where it cannot be started.
 */
export function startServer(command: readonly string[] = COMMAND, folder?: string): Promise<ChildProcess> {
  const [program = "", ...words] = command;
  return new Promise((resolve, reject) => {
    const server = spawn(program, words, { cwd: folder, stdio: "pipe", windowsHide: true });
    server.once("spawn", () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "ENOENT" ? "was not found" : `could not be started: ${error.message}`;
      reject(new Error(`“${program}” ${why}. Install newslint with its extra lsp, or set newslint.command.`));
    });
  });
}
