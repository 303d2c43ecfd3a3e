"""JSON-RPC messages of the server: order, refusals and errors, where pygls departs from the specification."""

from __future__ import annotations

from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol


class StrictProtocol(LanguageServerProtocol):
    """The protocol that answers every request, malformed or out of order too, and sends no tracebacks.

    The order is that of the LSP specification 3.17, "Server lifecycle".
    """

    _greeted = False

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Turn a decoded message into its type; a request that has no such form is refused."""
        if data.get("method") == lsp.INITIALIZE:
            self._leave_out_unknown(data)
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            # pygls only logs this, and the client would wait for its answer for ever.
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        """Pass a message on unless the client may not send it yet, or any more."""
        if isinstance(message, dict):
            # It does not say that it is JSON-RPC 2.0.
            if "method" in message and isinstance(message.get("id"), int | str):
                self._send_response(message["id"], error=_invalid("no JSON-RPC 2.0 message"))
            return
        method, number = getattr(message, "method", None), getattr(message, "id", None)
        if isinstance(method, str) and method != lsp.EXIT:
            refusal = self._refusal(method)
            if refusal is not None:
                if number is not None:
                    self._send_response(number, error=refusal)
                return
            self._greeted = True
        super().handle_message(message)

    def _refusal(self, method: str) -> lsp.ResponseError | None:
        if self._shutdown:
            return _invalid("the server has been shut down")
        if method == lsp.INITIALIZE:
            return _invalid("the server has been initialized already") if self._greeted else None
        early = lsp.ResponseError(lsp.ErrorCodes.ServerNotInitialized, "the server has not been initialized")
        return None if self._greeted else early

    def _execute_handler(self, msg_id: str | int, *rest: Any, **named: Any) -> None:
        super()._execute_handler(msg_id, *rest, **named)
        future = self._request_futures.get(msg_id)
        if future is not None and future.done():
            # pygls keeps those of notifications for ever: one for each keystroke.
            self._request_futures.pop(msg_id, None)

    def _leave_out_unknown(self, data: dict[str, Any]) -> None:
        """Take from a client's capabilities those that have no known form, such as values of a later specification."""
        parameters = data.get("params")
        capabilities = parameters.get("capabilities") if isinstance(parameters, dict) else None
        for area, features in capabilities.items() if isinstance(capabilities, dict) else ():
            for feature in list(features) if isinstance(features, dict) else ():
                try:
                    self._converter.structure({area: {feature: features[feature]}}, lsp.ClientCapabilities)
                except Exception:  # noqa: BLE001 Whatever the converter finds wrong with it.
                    del features[feature]

    def _send_response(
        self, msg_id: str | int, result: Any | None = None, error: lsp.ResponseError | None = None
    ) -> None:
        if error is not None:
            error.data = None  # pygls puts the traceback there, and editors show it
        super()._send_response(msg_id, result, error)


def _invalid(why: str) -> lsp.ResponseError:
    return lsp.ResponseError(lsp.ErrorCodes.InvalidRequest, why)
