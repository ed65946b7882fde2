import { quote } from '../../../model/issue.ts';
import type { Finding, Rule } from '../../rule.ts';

export const wideProjects: Rule = {
  code: 'FL1311',
  title: 'An Application names a project that bounds it',
  why:
    'The project `default` permits every repository, cluster and kind; so does a pattern of stars alone, and in a destination one star ' +
    'reaches over every "-" and "/" (argo-cd globMatch)',
  fix: 'name the project of its team, and in a project whole repositories, servers and namespaces',
  *object({ manifest: { apiVersion, kind, spec }, file }) {
    if (!apiVersion.startsWith('argoproj.io/')) return;
    if (kind === 'Application') yield* application(file, spec);
    if (kind === 'ApplicationSet') yield* application(file, field(field(spec, 'template'), 'spec'));
    if (kind === 'AppProject') yield* project(file, spec);
  },
};

function* application(path: string, spec: unknown): Iterable<Finding> {
  const project = field(spec, 'project') ?? '';
  if (project === 'default' || project === '')
    yield { path, problem: 'its project is "default", which bounds nothing' };
  else if (String(project).includes('{{'))
    yield { path, problem: `its project ${quote(project)} is for a template to choose` };
}

function* project(path: string, spec: unknown): Iterable<Finding> {
  for (const repository of list(field(spec, 'sourceRepos')))
    if (open(repository)) yield { path, problem: `sourceRepos has ${quote(repository)}, which fits any repository` };
  for (const destination of list(field(spec, 'destinations'))) {
    for (const key of ['server', 'name', 'namespace']) {
      const value = field(destination, key);
      if (open(value)) yield { path, problem: `destinations has the ${key} ${quote(value)}, which fits any` };
    }
  }
}

/** Stars with nothing but what a URL needs around them. */
const open = (value: unknown): boolean => typeof value === 'string' && /^([a-z]+:\/\/)?[*/]*\*[*/]*$/.test(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
