import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import { giteaConfig } from './gitea-config.ts';
import { freePort } from './ports.ts';
import { answersOk } from './probes.ts';
import { startServer } from './process.ts';
import { engine, program, scratchFolder } from './run-context.ts';

/** Somebody who can sign in. */
export interface GiteaUser {
  readonly name: string;
  readonly password: string;
}

/** A git server with users, organisations and repositories. */
export interface Gitea {
  readonly url: string;
  readonly admin: GiteaUser;
  readonly startSeconds: number;
  /** A call of the REST API under `/api/v1`; a status of 400 or more is an error. Without `user`: as the administrator. */
  api<T>(method: string, path: string, body?: object, user?: GiteaUser): Promise<T>;
  createUser(name: string): Promise<GiteaUser>;
  createOrg(name: string): Promise<void>;
  /** Makes a private repository in an organisation and returns its clone address. */
  createRepo(org: string, name: string): Promise<string>;
  /** Lets a user read or write all repositories of an organisation. */
  grant(org: string, user: GiteaUser, permission: 'read' | 'write'): Promise<void>;
  createToken(user: GiteaUser, scopes: readonly string[]): Promise<string>;
  /** Clone address of a repository, without credentials. */
  repoUrl(org: string, name: string): string;
  /** Takes the server away, as a fault; the data stay. */
  stop(): Promise<void>;
  /** Brings it back at the same address. */
  start(): Promise<void>;
}

/** Starts a Gitea with an administrator and nothing else. */
export async function startGitea(name = 'gitea'): Promise<Gitea> {
  const folder = scratchFolder(name);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = join(folder, 'app.ini');
  writeFileSync(config, giteaConfig({ port, folder, sources: engine('gitea').sources }), { mode: 0o600 });
  const env = { HOME: join(folder, 'home'), GITEA_WORK_DIR: folder };
  mkdirSync(env.HOME);
  const admin = { name: 'root-admin', password: 'root-admin-password' };

  const start = () =>
    startServer({
      name: 'gitea',
      command: program('gitea'),
      args: ['web', '--config', config],
      env,
      logFile: join(folder, 'gitea.log'),
      ready: () => answersOk(`${url}/api/healthz`),
    });
  let server = await start();
  const account = ['--username', admin.name, '--password', admin.password, '--email', `${admin.name}@example.test`];
  await runCommand(
    program('gitea'),
    ['admin', 'user', 'create', '--config', config, '--admin', '--must-change-password=false', ...account],
    { env: { ...process.env, ...env }, cwd: folder },
  ).catch(async (error) => {
    await server.stop();
    throw error;
  });

  async function api<T>(method: string, path: string, body?: object, user: GiteaUser = admin): Promise<T> {
    const basic = Buffer.from(`${user.name}:${user.password}`).toString('base64');
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Gitea ${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
  const repoUrl = (org: string, repo: string) => `${url}/${org}/${repo}.git`;

  return {
    url,
    admin,
    startSeconds: server.startSeconds,
    api,
    repoUrl,
    createUser: async (username) => {
      const user = { name: username, password: `${username}-password` };
      const email = `${username}@example.test`;
      await api('POST', '/admin/users', { username, email, password: user.password, must_change_password: false });
      return user;
    },
    createOrg: async (username) => {
      await api('POST', '/orgs', { username, visibility: 'private' });
    },
    createRepo: async (org, repo) => {
      await api('POST', `/orgs/${org}/repos`, { name: repo, private: true, default_branch: 'main' });
      return repoUrl(org, repo);
    },
    grant: async (org, user, permission) => {
      const units = ['repo.code', 'repo.pulls', 'repo.issues'];
      const team = await api<{ id: number }>('POST', `/orgs/${org}/teams`, {
        name: `${permission}-${user.name}`,
        permission,
        units,
        includes_all_repositories: true,
      });
      await api('PUT', `/teams/${team.id}/members/${user.name}`);
    },
    createToken: async (user, scopes) => {
      const name = `token-${Date.now()}`;
      return (await api<{ sha1: string }>('POST', `/users/${user.name}/tokens`, { name, scopes }, user)).sha1;
    },
    stop: () => server.stop(),
    start: async () => {
      server = await start();
    },
  };
}
