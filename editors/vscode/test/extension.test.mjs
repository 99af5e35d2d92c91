// The extension as it is built, in a stand-in for VS Code, with the server that NEWSLINT_SERVER names.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { openWith } from "./vscode.mjs";

const command = JSON.parse(process.env.NEWSLINT_SERVER ?? '["newslint", "lsp"]');
const TEXT = "Bridge closes\n\nThe council agreed to to close the bridge on Monday, the mayor said.\n";

test("it shows what is found in an open story, starts anew, and ends", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "newslint-"));
  writeFileSync(join(folder, "story.txt"), TEXT);
  const seen = openWith({
    folder: pathToFileURL(folder).href,
    story: pathToFileURL(join(folder, "story.txt")).href,
    text: TEXT,
    settings: { command, config: "", style: "", minConfidence: "", showSpeakers: false },
  });
  const shown = () => new Promise((resolve) => seen.diagnostics.event(resolve));
  const extension = createRequire(import.meta.url)("../out/extension.js");

  const first = shown();
  await extension.activate({ subscriptions: [] });
  assert.deepEqual(seen.messages, [], "it started");
  const [{ code, given }] = await first;
  assert.equal(code?.value ?? code, "repeated-word");
  assert.match(given[1], /“to” is repeated/);

  const again = shown();
  await seen.commands["newslint.restart"]();
  await again;
  await extension.deactivate();
  assert.deepEqual(seen.messages, [], "nothing was complained of");
});
