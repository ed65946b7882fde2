import { type SpawnOptions, spawn } from 'node:child_process';

/** What a finished program left behind. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end without a shell; it does not throw on a non-zero code. */
export function tryCommand(command: string, args: readonly string[], options: SpawnOptions & { input?: string } = {}) {
  return new Promise<CommandResult>((resolve, reject) => {
    const { input, ...rest } = options;
    const child = spawn(command, args, { ...rest, stdio: ['pipe', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 128 : 1), stdout, stderr }));
    // A program that ends without reading its input closes the pipe, which is no failure of ours.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}

/** Runs a program to its end and returns its standard output; a non-zero code is an error that quotes its messages. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { input?: string } = {},
): Promise<string> {
  const result = await tryCommand(command, args, options);
  if (result.code !== 0) {
    const said = (result.stderr || result.stdout).trim().split('\n').slice(-30).join('\n');
    throw new Error(`${command} ${args[0] ?? ''} ended with code ${result.code}:\n${said}`);
  }
  return result.stdout;
}
