import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { expand, find } from "./command";

let client: LanguageClient | undefined;
let output: vscode.LogOutputChannel;
let turn: Promise<void> = Promise.resolve(); // starts and stops follow one another, however fast they are asked for

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  output = vscode.window.createOutputChannel("golinkname-ls", { log: true });
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("golinkname.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("golinkname.path") || change.affectsConfiguration("golinkname.args")) {
        await restart();
      }
    }),
  );
  await restart();
}

export function deactivate(): Promise<void> {
  return turn.then(stop);
}

function restart(): Promise<void> {
  turn = turn.then(stop).then(start);
  return turn;
}

async function start(): Promise<void> {
  const settings = vscode.workspace.getConfiguration("golinkname");
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const path = expand(settings.get("path", "golinkname-ls"), folder);
  const command = find(path);
  if (command === undefined) {
    void sayNotFound(path); // it waits for an answer
    return;
  }
  const args = settings.get<string[]>("args", ["serve"]);
  output.info(`starting ${[command, ...args].join(" ")}`);
  client = new LanguageClient(
    "golinkname", // the client reads `golinkname.trace.server` by this id
    "golinkname-ls",
    { command, args, options: { cwd: folder } },
    {
      documentSelector: [
        { scheme: "file", language: "go" },
        { scheme: "file", pattern: "**/*.s" }, // a language only where an extension brings one: go.asm, asm, …
      ],
      outputChannel: output,
    },
  );
  try {
    await client.start();
  } catch (error) {
    output.error(`the server did not start: ${error}`); // the client has already told the user
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  try {
    await running?.dispose();
  } catch (error) {
    output.error(`the server did not stop in order: ${error}`);
  }
}

async function sayNotFound(path: string): Promise<void> {
  const settings = "Open Settings";
  const retry = "Try Again";
  const answer = await vscode.window.showErrorMessage(
    `golinkname-ls: the command '${path}' was not found. Install it with 'pipx install golinkname-ls', ` +
      "or set 'golinkname.path' to where it is.",
    settings,
    retry,
  );
  if (answer === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "golinkname.path");
  } else if (answer === retry) {
    await restart();
  }
}
