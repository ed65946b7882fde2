import { quote } from '../model/issue.ts';

interface Field {
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FIELDS: readonly Field[] = [
  { title: 'minute', min: 0, max: 59 },
  { title: 'hour', min: 0, max: 23 },
  { title: 'day of the month', min: 1, max: 31 },
  { title: 'month', min: 1, max: 12, names: MONTHS },
  // Sunday is 0 only: the parser of Kubernetes refuses 7 (robfig/cron v3, ParseStandard).
  { title: 'day of the week', min: 0, max: 6, names: DAYS },
];

const MACRO = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;
const EVERY = /^@every (\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/;
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What is wrong with a schedule, and the schedule that was probably meant. */
export interface ScheduleProblem {
  readonly problem: string;
  readonly fix?: string;
}

/** Checks a schedule as the CronJob controller reads it: five fields, or `@daily` and the like. Undefined when it is right. */
export function scheduleProblem(schedule: string): ScheduleProblem | undefined {
  if (MACRO.test(schedule) || EVERY.test(schedule)) return undefined;
  if (/^(CRON_)?TZ=/.test(schedule)) {
    return {
      problem: `${quote(schedule)} carries a time zone, which Kubernetes refuses`,
      fix: 'move the zone to `timeZone`',
    };
  }
  const parts = schedule.trim().split(/\s+/);
  if (parts.length === 6) {
    const five = parts.slice(1).join(' ');
    const fix = scheduleProblem(five) ? 'write five fields' : `drop the seconds: ${quote(five)}`;
    return { problem: `${quote(schedule)} has six fields, and Kubernetes knows no seconds`, fix };
  }
  if (parts.length !== 5)
    return {
      problem: `${quote(schedule)} has ${parts.length === 1 ? 'one field' : `${parts.length} fields`}, not five`,
    };
  const sets: ReadonlySet<number>[] = [];
  for (const [i, field] of FIELDS.entries()) {
    const set = readField(parts[i] ?? '', field);
    if (typeof set === 'string') return { problem: `${field.title} ${set} in ${quote(schedule)}` };
    sets.push(set);
  }
  return comes(parts, sets)
    ? undefined
    : { problem: `no year has the day that ${quote(schedule)} names, so it would never run` };
}

/** The values of a field, or what is wrong with it. */
function readField(text: string, field: Field): ReadonlySet<number> | string {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step, ...rest] = part.split('/');
    if (rest.length > 0) return `${quote(part)} has more than one step`;
    const stride = step === undefined ? 1 : /^\d+$/.test(step) ? Number(step) : 0;
    if (stride === 0) return `${quote(part)} has a step that is no number above 0`;
    const bounds = readRange(range, field, step !== undefined);
    if (typeof bounds === 'string') return bounds;
    for (let value = bounds[0]; value <= bounds[1]; value += stride) values.add(value);
  }
  return values;
}

function readRange(range: string, field: Field, stepped: boolean): readonly [number, number] | string {
  if (range === '*' || range === '?') return [field.min, field.max];
  const ends = range.split('-');
  if (ends.length > 2) return `${quote(range)} is no range`;
  const [from, to] = ends.map((end) => readValue(end, field));
  for (const [i, value] of [from, ...(ends.length === 2 ? [to] : [])].entries()) {
    if (value === undefined || value < field.min || value > field.max) {
      return `${quote(ends[i])} is not between ${field.min} and ${field.max}`;
    }
  }
  const first = from ?? field.min;
  // "10/5" means from 10 to the end.
  const last = ends.length === 2 ? (to ?? first) : stepped ? field.max : first;
  return last < first ? `${quote(range)} ends before it begins` : [first, last];
}

function readValue(text: string, { min, names }: Field): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const index = names?.indexOf(text.toLowerCase()) ?? -1;
  return index < 0 ? undefined : index + min;
}

/** Whether some month has one of the days. A day of the week, when given too, is enough by itself. */
function comes(parts: readonly string[], sets: readonly ReadonlySet<number>[]): boolean {
  if (!/^[*?]/.test(parts[4] ?? '')) return true;
  const earliest = Math.min(...(sets[2] ?? []));
  return [...(sets[3] ?? [])].some((month) => earliest <= (LONGEST_MONTHS[month - 1] ?? 0));
}
