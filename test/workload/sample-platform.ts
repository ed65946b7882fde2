import type { Engine } from '../../constructs/delivery/engine.ts';
import type { FileTree } from '../../constructs/files/file-tree.ts';
import { Output } from '../../constructs/files/output.ts';
import type { Forge } from '../../constructs/forge/forge.ts';
import { formatIssue, type Issue } from '../../constructs/model/issue.ts';
import type { Platform, PlatformProps } from '../../constructs/model/platform.ts';
import { resolve } from '../../constructs/model/resolve.ts';
import type { ServiceProps } from '../../constructs/model/service.ts';
import { checkModel } from '../../constructs/policy/rule.ts';
import { imageRules } from '../../constructs/policy/rules/workload/index.ts';
import type { SecretsStrategy } from '../../constructs/secrets/secrets-strategy.ts';
import { workload } from '../../constructs/workload/workload.ts';
import type { WorkloadProps } from '../../constructs/workload/workload-props.ts';

/** What a test platform has beside its services. */
export interface SampleOptions {
  readonly environments?: readonly string[];
  /** Release files by name. */
  readonly releases?: Readonly<Record<string, string>>;
  /** `namespace/name` of the Secrets that there are. */
  readonly secrets?: readonly string[];
  readonly platform?: Partial<PlatformProps>;
}

// Stand-ins: a workload asks the engine for its guard, and the secrets for their names. Nothing else is called.
const engine = {
  title: 'Engine',
  namespace: 'engine',
  guard: { 'engine.example/prune': 'false' },
  install: () => {},
  deliver: () => {},
} as Partial<Engine> as Engine;
const forge = {
  title: 'Forge',
  host: 'git.example.org',
  check: () => [],
  compareUrl: () => '',
} as Partial<Forge> as Forge;

/** A platform with these services, resolved. */
export function samplePlatform(
  services: Readonly<Record<string, ServiceProps>>,
  options: SampleOptions = {},
): Platform {
  const secrets = {
    title: 'Secrets',
    provides: () => options.secrets ?? [],
    render: () => [],
  } as Partial<SecretsStrategy>;
  const inputs = { releases: new Map(Object.entries(options.releases ?? {})), pins: new Map(), secrets: new Map() };
  return resolve(
    {
      name: 'acme',
      domain: 'acme.example',
      repository: { url: 'https://git.example.org/acme/platform' },
      forge,
      engine,
      secrets: secrets as SecretsStrategy,
      namespaces: { traefik: {} },
      services,
      ...(options.environments && { environments: options.environments }),
      ...options.platform,
    },
    inputs,
  );
}

/** Renders every service of a platform, without checking it. */
export function renderServices(platform: Platform): FileTree {
  const output = new Output();
  for (const service of platform.services) service.source.render(output, `apps/${service.name}`, service, platform);
  return output.render().tree;
}

/** All issues of a platform's services and images, as text, in the order they were found. */
export function findIssues(platform: Platform): string[] {
  const found: Issue[] = [
    ...checkModel(imageRules, platform),
    ...platform.services.flatMap((service) =>
      service.source.check(service, platform, `services.${service.name}.source`),
    ),
  ];
  return found.map(formatIssue);
}

/** The issues of a platform with one workload, "shop". */
export function issuesOf(
  props: WorkloadProps,
  options?: SampleOptions,
  service: Omit<ServiceProps, 'source'> = {},
): string[] {
  return findIssues(samplePlatform({ shop: { source: workload(props), ...service } }, options));
}
