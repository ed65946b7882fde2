import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './command.ts';
import type { GiteaUser } from './gitea.ts';
import { scratchFolder } from './run-context.ts';

/** What one commit changes. */
export interface Change {
  readonly message: string;
  /** A folder of this machine, or files by path, where `null` removes one. */
  readonly content: string | Readonly<Record<string, string | null>>;
  /** Folder of the repository under which the content goes; the root by default. */
  readonly into?: string;
  /** Removes first what is under `into`, so that the commit is exactly the content. On by default for a folder. */
  readonly replace?: boolean;
}

/** A clone from which a test pushes over HTTP. */
export interface Checkout {
  readonly folder: string;
  /** Commits a change, pushes it and returns the commit's hash. */
  push(change: Change): Promise<string>;
  /** Undoes the given commit by another one, pushes that and returns its hash. */
  revert(commit: string): Promise<string>;
}

function write(target: string, content: Change['content']): void {
  mkdirSync(target, { recursive: true });
  if (typeof content === 'string') {
    cpSync(content, target, { recursive: true });
    return;
  }
  for (const [path, text] of Object.entries(content)) {
    const file = join(target, path);
    if (text === null) rmSync(file, { recursive: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

/** Prepares to push to a branch of a repository with a user's credentials, which may be a token as the password. */
export async function checkout(url: string, user: GiteaUser, branch = 'main'): Promise<Checkout> {
  const folder = scratchFolder('checkout');
  const basic = Buffer.from(`${user.name}:${user.password}`).toString('base64');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    // In the environment and not on the command line, where every user of the machine could read it.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraHeader',
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((who) => [
        [`GIT_${who}_NAME`, user.name],
        [`GIT_${who}_EMAIL`, `${user.name}@example.test`],
      ]),
    ),
  };
  const git = async (...args: string[]) => (await runCommand('git', args, { cwd: folder, env })).trim();

  await git('init', '--quiet', `--initial-branch=${branch}`);
  await git('remote', 'add', 'origin', url);
  const known = await git('ls-remote', '--heads', 'origin', branch);
  if (known) {
    await git('fetch', '--quiet', 'origin', branch);
    await git('reset', '--quiet', '--hard', 'FETCH_HEAD');
  }
  const publish = async () => {
    await git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    return git('rev-parse', 'HEAD');
  };

  return {
    folder,
    push: async (change) => {
      const { content, into = '.', replace = typeof content === 'string' } = change;
      if (replace) await git('rm', '-r', '--quiet', '--ignore-unmatch', '--', into);
      write(join(folder, into), content);
      await git('add', '--all', '--force');
      await git('commit', '--quiet', '--allow-empty', '-m', change.message);
      return publish();
    },
    revert: async (commit) => {
      await git('revert', '--no-edit', commit);
      return publish();
    },
  };
}
