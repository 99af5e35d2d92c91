"""A language server that does the least of what newslint's does, for tests of editors where that is not at hand."""

import json
import re
import sys


def read():
    size = 0
    while line := sys.stdin.buffer.readline().strip():
        name, _, value = line.partition(b":")
        size = int(value) if name.lower() == b"content-length" else size
    return json.loads(sys.stdin.buffer.read(size)) if size else None


def send(**message):
    data = json.dumps({"jsonrpc": "2.0", **message}).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
    sys.stdout.buffer.flush()


def diagnostics(text):
    for found in re.finditer(r"\b(\w+) \1\b", text):
        line = text.count("\n", 0, found.start())
        column = found.start() - text.rfind("\n", 0, found.start()) - 1
        ends = {"line": line, "character": column + len(found[0])}
        place = {"start": {"line": line, "character": column}, "end": ends}
        yield {
            "range": place,
            "message": f"“{found[1]}” is repeated",
            "code": "repeated-word",
            "source": "newslint",
            "severity": 2,
        }


def main():
    ended = 1
    while message := read():
        method, params = message.get("method", ""), message.get("params") or {}
        if method == "initialize":
            able = {"textDocumentSync": 1, "hoverProvider": True, "codeActionProvider": True}
            send(id=message["id"], result={"capabilities": able, "serverInfo": {"name": "newslint"}})
        elif method == "shutdown":
            ended = 0
            send(id=message["id"], result=None)
        elif method == "exit":
            return ended
        elif method == "textDocument/didOpen":
            document = params["textDocument"]
            said = {"uri": document["uri"], "diagnostics": list(diagnostics(document["text"]))}
            send(method="textDocument/publishDiagnostics", params=said)
        elif "id" in message and method:
            send(id=message["id"], result=None)
    return ended


if __name__ == "__main__":
    sys.exit(main())
