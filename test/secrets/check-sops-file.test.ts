import { beforeAll, describe, expect, it } from 'vitest';
import { formatIssue } from '../../constructs/model/issue.ts';
import { checkSopsFile } from '../../constructs/secrets/sops/check-sops-file.ts';
import { fileRules } from '../../constructs/secrets/sops/file-rules.ts';
import { CANARY, encryptedSecret, keyPair } from './sample.ts';
import { tamperedForm } from './tampered-form.ts';
import { tamperedSopsBlock } from './tampered-sops-block.ts';
import { tamperedValues } from './tampered-values.ts';
import type { Original } from './tampering.ts';

const PATH = 'apps/demo/secrets/registry.enc.yaml';
let original: Original;

beforeAll(async () => {
  const [mine, other] = [(await keyPair()).recipient, (await keyPair()).recipient];
  const good = await encryptedSecret(mine);
  const value = /password: (ENC\S+)/.exec(good)?.[1] ?? '';
  const enc = /enc: \|\n((?: {8}.*\n)+)/.exec(good)?.[1] ?? '';
  original = { good, foreign: await encryptedSecret(mine, other), mine, other, value, enc };
});

function check(text: string, recipients: readonly string[] = [original.mine]): string[] {
  return checkSopsFile(PATH, text, { recipients }).map(formatIssue);
}

const TAMPERED = [...tamperedValues, ...tamperedForm, ...tamperedSopsBlock];

describe('checkSopsFile', () => {
  it('accepts what encryptSops writes, for one recipient and for two, in any order', () => {
    const { good, foreign, mine, other } = original;
    expect(check(good)).toEqual([]);
    expect(check(foreign, [mine, other])).toEqual([]);
    expect(check(foreign, [other, mine])).toEqual([]);
  });

  it('accepts CRLF, empty lists of other keys, a plain note at the top, and encrypted comments', () => {
    const { good, value } = original;
    expect(check(good.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(check(`# expires in May\n${good}  pgp: []\n  kms: null\n`)).toEqual([]);
    expect(check(good.replace('stringData:', `stringData:\n  #${value.replace('type:str', 'type:comment')}`))).toEqual(
      [],
    );
    expect(check(good.replace('labels:', 'creationTimestamp: null\n  labels:'))).toEqual([]);
  });

  it.each(TAMPERED)('refuses: %s', (_, tamper, expected) => {
    const text = tamper(original);
    expect(text).not.toBe(original.good);
    const issues = check(text);
    for (const pattern of expected) expect(issues.join('\n')).toMatch(pattern);
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.join('\n')).not.toContain(CANARY);
    expect(issues.join('\n')).not.toContain('hunter2');
  });

  it('reports only the tampering, not consequences of it', () => {
    const several = TAMPERED.filter(([, tamper, expected]) => check(tamper(original)).length > expected.length).map(
      ([name]) => name,
    );
    expect(several).toEqual([]);
  });

  it('notices a file that was cut off anywhere', () => {
    const { good } = original;
    for (let end = 0; end < good.length - 1; end++) {
      expect(check(good.slice(0, end)), `cut after ${end} characters`).not.toEqual([]);
    }
  });

  it('finds a canary nowhere, wherever it stands instead of a line', () => {
    const lines = original.good.split('\n');
    for (const [i, line] of lines.entries()) {
      for (const replaced of [`${line}${CANARY}`, line.replace(/: .*/, `: ${CANARY}`), CANARY, `  extra: ${CANARY}`]) {
        const issues = check(lines.with(i, replaced).join('\n'));
        expect(issues.join('\n')).not.toContain(CANARY);
      }
    }
  });

  it('has a fixture for each of its codes, each code once', () => {
    const codes = Object.values(fileRules).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const seen = new Set(TAMPERED.flatMap(([, tamper]) => check(tamper(original)).map((text) => text.slice(0, 6))));
    expect(codes.filter((code) => !seen.has(code))).toEqual([]);
  });
});
