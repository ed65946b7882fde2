import { quote } from '../../../model/issue.ts';
import type { OptionRule } from '../../rule.ts';
import { placedPorts } from './placed-ports.ts';
import type { WorkloadUse } from './workload-use.ts';

export const portNumber: OptionRule<WorkloadUse> = {
  code: 'FL1902',
  title: 'A port is a whole number from 1 to 65535',
  why: 'Nothing can listen on another; the API server refuses the object',
  fix: 'use the port that the program listens on',
  *options(use) {
    for (const { port, path } of placedPorts(use)) {
      if (!Number.isInteger(port) || port < 1 || port > 65_535) yield { path, problem: `${quote(port)} is no port` };
    }
  },
};
