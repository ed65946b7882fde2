import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsCidr, parseCidr } from '../../constructs/workload/cidr.ts';
import { scheduleProblem } from '../../constructs/workload/cron-schedule.ts';
import { nearestQuantity, parseQuantity } from '../../constructs/workload/quantity.ts';

test.each([
  ['250m', 0.25],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['2.', 2],
  ['1Ki', 1024],
  ['10Gi', 10 * 2 ** 30],
  ['1e3', 1000],
  ['1E3', 1000],
  ['5E', 5e18],
  ['-1', -1],
  ['100n', 1e-7],
] as const)('parseQuantity() reads %s', (text, amount) => {
  expect(parseQuantity(text)).toBeCloseTo(amount, 12);
});

test.each(['', '1GB', '500mm', '1 Gi', 'Gi', '1gi', '1K', '1e', '0x10', '1,5', '١', '1Gi\n'])(
  'parseQuantity() refuses %j',
  (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  },
);

test('parseQuantity() gives back any whole number with any suffix', () => {
  const suffixes = { '': 1, k: 1e3, M: 1e6, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };
  fc.assert(
    fc.property(fc.nat(1e6), fc.constantFrom(...Object.entries(suffixes)), (n, [suffix, factor]) => {
      expect(parseQuantity(`${n}${suffix}`)).toBe(n * factor);
    }),
  );
});

test('parseQuantity() and nearestQuantity() take any text without throwing, and a suggestion is always a quantity', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{1,3} ?[a-zA-Z]{0,3}$/)),
      fc.constantFrom('cores', 'bytes'),
      (text, unit) => {
        const near = nearestQuantity(text, unit as 'cores' | 'bytes');
        if (near !== undefined) expect(parseQuantity(near)).toBeTypeOf('number');
      },
    ),
  );
});

test.each([
  ['1GB', 'bytes', '1Gi'],
  ['512mb', 'bytes', '512Mi'],
  ['10 GiB', 'bytes', '10Gi'],
  ['500mm', 'cores', '500m'],
  ['2 cores', 'cores', '2'],
  ['1Gi', 'cores', undefined],
] as const)('nearestQuantity() takes %s of %s for %s', (text, unit, near) => {
  expect(nearestQuantity(text, unit)).toBe(near);
});

const ipv4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => parts.join('.'));

test('parseCidr() finds the network of any IPv4 range, and reads its own canonical form as exact', () => {
  fc.assert(
    fc.property(ipv4, fc.nat(32), (address, prefix) => {
      const range = parseCidr(`${address}/${prefix}`);
      const again = parseCidr(range?.canonical ?? '');
      expect(again).toMatchObject({ network: range?.network, prefix, exact: true });
      expect(range?.exact).toBe(range?.canonical === `${address}/${prefix}`);
    }),
  );
});

test('parseCidr() finds the network of any IPv6 range, and reads its own canonical form as exact', () => {
  fc.assert(
    fc.property(fc.ipV6(), fc.nat(128), (address, prefix) => {
      const range = parseCidr(`${address}/${prefix}`);
      if (address.includes('.')) expect(range).toBeUndefined();
      else expect(parseCidr(range?.canonical ?? '')).toMatchObject({ network: range?.network, prefix, exact: true });
    }),
  );
});

test('containsCidr() says that a range contains what is cut from it', () => {
  fc.assert(
    fc.property(ipv4, fc.nat(32), fc.nat(32), (address, a, b) => {
      const [outer, inner] = [Math.min(a, b), Math.max(a, b)].map((prefix) => parseCidr(`${address}/${prefix}`));
      expect(outer && inner && containsCidr(outer, inner)).toBe(true);
    }),
  );
});

test.each([
  '10.0.0.0/33',
  '10.0.0.0',
  '10.0.0/8',
  '256.0.0.0/8',
  '10.0.0.0/08',
  '010.0.0.0/8',
  '::ffff:10.0.0.0/104',
  'fe80::1%eth0/64',
  '/8',
  '',
])('parseCidr() refuses %j', (text) => {
  expect(parseCidr(text)).toBeUndefined();
});

test.each(['2001:db8::/32', '::/0', 'fd00:0:0:1::/64', '::1/128'])('parseCidr() writes %s as it is', (text) => {
  expect(parseCidr(text)?.canonical).toBe(text);
});

test.each([
  '* * * * *',
  '30 4 * * 1-5',
  '*/15 0-6,22 1,15 jan-mar MON',
  '@daily',
  '@every 1h30m',
  '0 0 29 2 *',
  '0 0 31 2 1',
  '10/5 * ? * *',
])('scheduleProblem() accepts %s', (schedule) => {
  expect(scheduleProblem(schedule)).toBeUndefined();
});

test.each([
  ['61 * * * *', 'minute "61" is not between 0 and 59 in "61 * * * *"'],
  ['0 24 * * *', 'hour "24" is not between 0 and 23 in "0 24 * * *"'],
  ['0 0 0 * *', 'day of the month "0" is not between 1 and 31 in "0 0 0 * *"'],
  ['0 0 * 13 *', 'month "13" is not between 1 and 12 in "0 0 * 13 *"'],
  ['0 0 * * 7', 'day of the week "7" is not between 0 and 6 in "0 0 * * 7"'],
  ['0 0 * * fun', 'day of the week "fun" is not between 0 and 6 in "0 0 * * fun"'],
  ['*/0 * * * *', 'minute "*/0" has a step that is no number above 0 in "*/0 * * * *"'],
  ['9-5 * * * *', 'minute "9-5" ends before it begins in "9-5 * * * *"'],
  ['1-2-3 * * * *', 'minute "1-2-3" is no range in "1-2-3 * * * *"'],
  ['1/2/3 * * * *', 'minute "1/2/3" has more than one step in "1/2/3 * * * *"'],
  ['1, * * * *', 'minute "" is not between 0 and 59 in "1, * * * *"'],
  ['0 0 31 2,4 *', 'no year has the day that "0 0 31 2,4 *" names, so it would never run'],
  ['* * * *', '"* * * *" has 4 fields, not five'],
  ['@often', '"@often" has one field, not five'],
  ['TZ=UTC * * * * *', '"TZ=UTC * * * * *" carries a time zone, which Kubernetes refuses'],
  ['0 */5 * * * *', '"0 */5 * * * *" has six fields, and Kubernetes knows no seconds'],
])('scheduleProblem() refuses %s', (schedule, problem) => {
  expect(scheduleProblem(schedule)?.problem).toBe(problem);
});

test('scheduleProblem() accepts every schedule of plain numbers in range, and refuses one above it', () => {
  const fields = [
    fc.nat(59),
    fc.nat(23),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.nat(6),
  ] as const;
  const tops = [59, 23, 31, 12, 6];
  fc.assert(
    fc.property(fc.tuple(...fields), fc.nat(4), (values, broken) => {
      expect(scheduleProblem(values.join(' '))).toBeUndefined();
      const wrong = values.map((value, i) => (i === broken ? (tops[i] ?? 0) + 1 : value));
      expect(scheduleProblem(wrong.join(' '))?.problem).toContain('is not between');
    }),
  );
});

test('scheduleProblem() takes any text without throwing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^[\d*/,\- a-z?@]{0,20}$/)),
      (text) => void scheduleProblem(text),
    ),
  );
});
