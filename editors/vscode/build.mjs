// Writes out/extension.js, which holds all it needs but VS Code itself, and out/server.js, which the tests start.
import { build } from "esbuild";

const shared = { bundle: true, platform: "node", format: "cjs", target: "node18", outdir: "out", logLevel: "warning" };
await build({ ...shared, entryPoints: ["src/extension.ts"], external: ["vscode"], minify: true });
await build({ ...shared, entryPoints: ["src/server.ts"] });
