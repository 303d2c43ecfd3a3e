"""The wire protocol with two of pygls' habits changed."""

from __future__ import annotations

from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """Answers every request, also one it cannot read, and keeps tracebacks to itself."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Turn a decoded message into its type; a request that has no such form is refused."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            # pygls only logs this, and the client would wait for its answer for ever.
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def _send_response(
        self, msg_id: str | int, result: Any | None = None, error: lsp.ResponseError | None = None
    ) -> None:
        if error is not None:
            error.data = None  # pygls puts the traceback there, and editors show it
        super()._send_response(msg_id, result, error)
