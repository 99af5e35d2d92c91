"""The protocol of language servers as newslint speaks it: each message answered, whatever is wrong with it."""

from __future__ import annotations

import json
import os
from collections.abc import Generator

from cattrs import transform_error
from cattrs.errors import BaseValidationError
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

from newslint.base.showing import showable
from newslint.base.typed import Any

_PARSE = types.ErrorCodes.ParseError
_INVALID = types.ErrorCodes.InvalidRequest
_PARAMS = types.ErrorCodes.InvalidParams
_UNKNOWN = types.ErrorCodes.MethodNotFound
_EARLY = types.ErrorCodes.ServerNotInitialized
FAILED = types.LSPErrorCodes.RequestFailed
_LONGEST = 300  # code points of what is said of a mistake


class Refused(JsonRpcException):
    """A request that cannot be done, with the reason in an editor's words."""

    CODE = FAILED.value
    MESSAGE = "this could not be done"


class Protocol(LanguageServerProtocol):
    """That of pygls, but for texts, which newslint keeps itself (its lines end elsewhere), and for bad messages."""

    def take(self, body: bytes) -> None:
        """Handle one message."""
        try:
            data = json.loads(body.decode("utf-8"))
        except UnicodeDecodeError as error:
            self.refuse(None, _PARSE, f"a message has to be UTF-8; byte {error.start:,} of this one is not")
            return
        except (ValueError, RecursionError) as error:
            why = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
            self.refuse(None, _PARSE, f"a message has to be JSON: {why}")
            return
        if not isinstance(data, dict) or data.get("jsonrpc") != self.VERSION:
            self.refuse(None, _INVALID, "a message has to be one object of JSON-RPC 2.0")
            return
        number, method = data.get("id"), data.get("method")
        if type(number) not in (int, str, type(None)) or not isinstance(method, (str, type(None))):
            self.refuse(None, _INVALID, "“id” has to be a number or a text, and “method” a text")
        elif method is None:
            self._take_answer(data)
        elif "id" in data:
            self._take_request(data, number, method)
        elif self._workspace is not None or method == types.EXIT:
            self._take_notification(data, method)

    def _take_answer(self, data: dict[str, Any]) -> None:
        if data.get("id") not in self._request_futures:
            return  # nobody asked
        try:
            message = self.structure_message(data)
        except JsonRpcException:  # it is one all the same, and who asked must not wait for ever
            wrong = types.ResponseError(code=_PARAMS.value, message="the answer is not as the protocol has it")
            message = types.ResponseErrorMessage(id=data["id"], error=wrong)
        self.handle_message(message)

    def _take_request(self, data: dict[str, Any], number: Any, method: str) -> None:
        known = method in self.fm.builtin_features or method in self.fm.features
        if self._workspace is None and method != types.INITIALIZE:
            self.refuse(number, _EARLY, "the first request has to be “initialize”")
        elif self._workspace is not None and method == types.INITIALIZE:
            self.refuse(number, _INVALID, "the server is initialized already")
        elif self._shutdown:
            self.refuse(number, _INVALID, "the server was asked to end")
        elif not known:
            self.refuse(number, _UNKNOWN, f"newslint knows no request “{method}”")
        elif (message := self._read(data, number)) is not None:
            if hasattr(message, "id"):
                self.handle_message(message)
            else:
                self.refuse(number, _INVALID, f"“{method}” is a notification: it has no id")

    def _take_notification(self, data: dict[str, Any], method: str) -> None:
        if method in self.fm.builtin_features or method in self.fm.features or method == types.CANCEL_REQUEST:
            message = self._read(data, None)
            if message is not None:
                self.handle_message(message)
                self._forget_done()

    def _forget_done(self) -> None:
        """Forget what notifications came to: pygls keeps it for ever, a keystroke at a time."""
        for number in [number for number, future in self._request_futures.items() if future.done()]:
            del self._request_futures[number]

    def _read(self, data: dict[str, Any], number: Any) -> Any:
        """A message as its type has it; None where it is not, which is told."""
        try:
            return self.structure_message(data)
        except JsonRpcException as error:
            why = _faults(error.__cause__)
            if "id" in data:
                self.refuse(number, _PARAMS, f"“{data['method']}”: {why}")
            else:
                self.log(f"a message “{data['method']}” was left aside: {why}")
        return None

    def _send_response(self, msg_id: Any, result: Any = None, error: types.ResponseError | None = None) -> None:
        """Answer a request; a mistake of ours without the trace, which says nothing to whoever reads it."""
        if error is not None and not os.environ.get("NEWSLINT_DEBUG"):
            error.data = None
        super()._send_response(msg_id, result, error)

    def refuse(self, number: Any, code: Any, message: str) -> None:
        """Answer with an error; without a number where it is not known what is answered."""
        error = types.ResponseError(code=code.value, message=showable(message[:_LONGEST]))
        self._send_response(number, error=error)

    def refuse_frame(self, why: str) -> None:
        """Answer what is no message at all."""
        self.refuse(None, _PARSE, why)

    def log(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """Write a line into the client's log."""
        self.notify(types.WINDOW_LOG_MESSAGE, types.LogMessageParams(type=kind, message=showable(message)))

    def show(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """Show a message to whoever sits before the editor."""
        self.notify(types.WINDOW_SHOW_MESSAGE, types.ShowMessageParams(type=kind, message=showable(message)))

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Generator[Any, Any, None]:
        """A text was opened."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        """A text was changed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Generator[Any, Any, None]:
        """A text was closed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


def _faults(error: BaseException | None) -> str:
    """What is wrong with the parameters of a message."""
    if isinstance(error, BaseValidationError):
        return "; ".join(transform_error(error))[:_LONGEST]
    return "its parameters are not as the protocol has them"
