import { tryCommand } from './command.ts';

interface Tool {
  readonly command: string;
  readonly args: readonly string[];
  readonly purpose: string;
  readonly install: string;
  /** Says what is wrong with the version that was printed. */
  readonly reject?: (output: string) => string | undefined;
}

function tooOldForToolchains(output: string): string | undefined {
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(output) ?? [];
  // From 1.21 on, Go fetches by itself the newer toolchain that a module asks for.
  if (Number(major) > 1 || Number(minor) >= 21) return undefined;
  return `found ${output.trim()}, and 1.21 is the oldest that works`;
}

const TOOLS: readonly Tool[] = [
  {
    command: 'go',
    args: ['version'],
    purpose: 'builds the engines',
    install: 'apt-get install -y golang-go',
    reject: tooOldForToolchains,
  },
  {
    command: 'gcc',
    args: ['--version'],
    purpose: 'builds Gitea with SQLite',
    install: 'apt-get install -y gcc libc6-dev',
  },
  { command: 'git', args: ['--version'], purpose: 'pushes what was rendered', install: 'apt-get install -y git' },
  {
    command: 'redis-server',
    args: ['--version'],
    purpose: 'is the cache of Argo CD',
    install: 'apt-get install -y redis-server',
  },
  {
    command: 'setpriv',
    args: ['--version'],
    purpose: 'ends the engines when the tests are killed',
    install: 'apt-get install -y util-linux',
  },
];

async function problemWith(tool: Tool): Promise<string | undefined> {
  const problem = await tryCommand(tool.command, tool.args).then(
    (result) => (result.code === 0 ? tool.reject?.(result.stdout) : `it ended with code ${result.code}`),
    () => 'not found on PATH',
  );
  return problem && `${tool.command} (${tool.purpose}): ${problem}. Install it with: ${tool.install}`;
}

/** One line for each tool that is missing or unfit, with the command that installs it. */
export async function missingTools(): Promise<string[]> {
  const problems = await Promise.all(TOOLS.map(problemWith));
  return problems.filter((problem) => problem !== undefined);
}
