import { quote } from '../../../model/issue.ts';
import { nearestQuantity, parseQuantity } from '../../../workload/quantity.ts';
import type { Finding, OptionRule } from '../../rule.ts';
import { placedQuantities } from './placed-quantities.ts';
import type { WorkloadUse } from './workload-use.ts';

export const quantityText: OptionRule<WorkloadUse> = {
  code: 'FL1915',
  title: 'An amount is a Kubernetes quantity of a sensible size',
  why: 'The API server refuses 1GB and 500mm; it takes 512m of memory, which is half a byte, and the container is killed at once',
  fix: 'write cores like "250m" or "1.5", bytes like "512Mi" or "10Gi"',
  *options(use) {
    for (const { text, unit, path } of placedQuantities(use)) {
      const finding = wrong(text, unit);
      if (finding) yield { path, ...finding };
    }
  },
};

function wrong(text: string, unit: 'cores' | 'bytes'): Omit<Finding, 'path'> | undefined {
  const amount = parseQuantity(text);
  if (amount === undefined) {
    const near = nearestQuantity(text, unit);
    return {
      problem: `${quote(text)} is no quantity`,
      ...(near !== undefined && { fix: `did you mean ${quote(near)}?` }),
    };
  }
  if (amount < 0) return { problem: `${quote(text)} is less than nothing` };
  if (unit === 'bytes' && /[num]$/.test(text)) {
    return {
      problem: `${quote(text)} is ${amount} bytes: m means a thousandth`,
      fix: `did you mean ${quote(text.replace(/.$/, 'Mi'))}?`,
    };
  }
  return unit === 'cores' && amount > 1024 ? { problem: `${quote(text)} is ${amount} cores` } : undefined;
}
