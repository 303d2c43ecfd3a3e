import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";

/** `path` with a leading `~` and every `${workspaceFolder}` written out. */
export function expand(path: string, folder: string | undefined): string {
  return path.replace(/^~(?=$|[\\/])/, homedir()).replaceAll("${workspaceFolder}", folder ?? ".");
}

/** The file that `command` runs, looked for as a shell does; undefined when there is none. */
export function find(command: string): string | undefined {
  const isPath = /[\\/]/.test(command);
  const folders = isPath ? [""] : (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const endings = process.platform === "win32" ? ["", ".exe"] : [""];
  return folders
    .flatMap((folder) => endings.map((ending) => (isPath ? resolve(command) : join(folder, command)) + ending))
    .find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
