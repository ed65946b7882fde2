import { nearest, quote } from '../../../model/issue.ts';
import { joinPath } from '../../../model/shape.ts';
import type { Finding, OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const timeZone: OptionRule<WorkloadUse> = {
  code: 'FL1918',
  title: 'A time zone is one of the IANA database',
  why: 'The API server refuses an unknown zone, and "Local", which would be that of the control plane',
  fix: 'write it like "Europe/Berlin" or "Etc/UTC"',
  *options({ props, path }) {
    for (const [name, cron] of Object.entries(props.cron ?? {})) {
      const finding = cron.timeZone === undefined ? undefined : wrong(cron.timeZone);
      if (finding) yield { path: joinPath(path, ['cron', name, 'timeZone']), ...finding };
    }
  },
};

function wrong(zone: string): Omit<Finding, 'path'> | undefined {
  const listed = Intl.supportedValuesOf('timeZone');
  if (zone === 'UTC' || zone === 'Etc/UTC' || listed.includes(zone)) return undefined;
  const near = nearest(zone, listed);
  // Older names of a zone are in the database, and not in the list. JavaScript does not mind upper and lower case; Kubernetes does.
  if (isKnown(zone) && (near === undefined || near.toLowerCase() !== zone.toLowerCase()) && /^[A-Z]/.test(zone))
    return undefined;
  return {
    problem: `${quote(zone)} is no time zone`,
    ...(near !== undefined && { fix: `did you mean ${quote(near)}?` }),
  };
}

function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}
