import type { FileTree } from '../constructs/files/file-tree.ts';
import { Output } from '../constructs/files/output.ts';
import { ConfigError, type Issue } from '../constructs/model/issue.ts';
import type { Inputs, Platform, PlatformProps } from '../constructs/model/platform.ts';
import { resolve } from '../constructs/model/resolve.ts';
import { checkModel, checkObjects } from '../constructs/policy/rule.ts';
import { rules } from '../constructs/policy/rules/index.ts';
import { missingField, wrongType } from '../constructs/policy/rules/inputs/index.ts';
import { readme } from '../constructs/readme/readme.ts';
import { bootstrapLayer } from './bootstrap-layer.ts';
import { foundation } from './foundation.ts';
import { services } from './services.ts';

/** A rendered platform: every file of its GitOps repository, and what the rules warn about. */
export interface Rendered {
  readonly platform: Platform;
  readonly tree: FileTree;
  readonly warnings: readonly Issue[];
}

/** Renders a platform in memory. Throws a `ConfigError` with every mistake in it; writes nothing either way. */
export function render(props: PlatformProps, inputs?: Inputs): Rendered {
  const platform = resolve(props, inputs);
  const found = [...check(platform)];
  stopOn(found);

  const output = new Output();
  bootstrapLayer(output, platform);
  const deliveries = platform.clusters.flatMap((cluster) => {
    const own = [...foundation(output, platform, cluster), ...services(output, platform, cluster)];
    platform.engine.deliver(output, platform, cluster, own);
    return own;
  });
  const { tree, objects } = output.render();
  found.push(...checkObjects(rules, objects, platform));
  stopOn(found);

  tree.add('README.md', readme(platform, deliveries), 'README');
  return { platform, tree, warnings: found };
}

function check(platform: Platform): Issue[] {
  const own = [
    ...platform.shapeIssues,
    ...platform.engine.check(platform),
    ...platform.forge.check(platform),
    ...platform.secrets.check(platform),
    ...platform.services.flatMap((service) =>
      service.source.check(service, platform, `services.${service.name}.source`),
    ),
  ];
  // The rules read options too: where one has not its type, they would fail instead of explaining.
  const misshapen = own.some(({ code }) => code === wrongType.code || code === missingField.code);
  return misshapen ? own : [...own, ...checkModel(rules, platform)];
}

/** Warnings alone stop nothing; beside an error they are shown with it. */
function stopOn(issues: readonly Issue[]): void {
  if (issues.some(({ level }) => level !== 'warning')) throw new ConfigError(issues);
}
