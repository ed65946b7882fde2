import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';

/** Address and folders of one Gitea. */
export interface GiteaSettings {
  readonly port: number;
  readonly folder: string;
  /** The sources of Gitea, where its templates and translations are. */
  readonly sources: string;
}

/** Contents of `app.ini` for a server on the loopback address that keeps everything in one folder. */
export function giteaConfig({ port, folder, sources }: GiteaSettings): string {
  const sections: Record<string, Record<string, string | number | boolean>> = {
    server: {
      PROTOCOL: 'http',
      HTTP_ADDR: '127.0.0.1',
      HTTP_PORT: port,
      ROOT_URL: `http://127.0.0.1:${port}/`,
      LOCAL_ROOT_URL: `http://127.0.0.1:${port}/`,
      STATIC_ROOT_PATH: sources,
      APP_DATA_PATH: `${folder}/data`,
      DISABLE_SSH: true,
      OFFLINE_MODE: true,
      LFS_START_SERVER: false,
    },
    database: { DB_TYPE: 'sqlite3', PATH: `${folder}/gitea.db` },
    repository: { ROOT: `${folder}/repositories`, DEFAULT_BRANCH: 'main' },
    security: { INSTALL_LOCK: true, INTERNAL_TOKEN: randomBytes(48).toString('hex'), PASSWORD_HASH_ALGO: 'pbkdf2_v2' },
    service: { DISABLE_REGISTRATION: true, REQUIRE_SIGNIN_VIEW: true },
    // Deliveries to other loopback ports, which Gitea refuses unless told.
    webhook: { ALLOWED_HOST_LIST: 'loopback' },
    actions: { ENABLED: false },
    'cron.update_checker': { ENABLED: false },
    log: { MODE: 'console', LEVEL: 'info' },
  };
  const body = Object.entries(sections).flatMap(([name, values]) => [
    `[${name}]`,
    ...Object.entries(values).map(([key, value]) => `${key} = ${value}`),
  ]);
  // Containers often have no user but root.
  const root = userInfo().uid === 0 ? ['I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = true'] : [];
  return `${[`RUN_USER = ${userInfo().username}`, 'RUN_MODE = prod', ...root, ...body].join('\n')}\n`;
}
