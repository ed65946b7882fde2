import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import type { Issue } from '../../model/issue.ts';
import { asIssue } from '../../policy/rule.ts';
import { fileRules } from './file-rules.ts';
import { isMap } from './leaves.ts';
import type { SopsFile } from './sops-file.ts';
import { yamlFeatures } from './yaml-features.ts';

const CONFLICT = /^(?:<{7}(?: |$)|={7}\r?$|>{7}(?: |$)|\|{7}(?: |$))/m;

/** In our words: the messages of the parser quote the text, which may be a secret. */
const REASONS: Partial<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab indents this line, where YAML allows only spaces',
  MISSING_CHAR: 'a quote, a bracket or a colon is missing here, or the file ends too early',
  BAD_INDENT: 'this line is indented otherwise than its neighbours, or the file ends too early',
};

/** The one map that the file holds, or why there is none. Nothing of the text is quoted. */
export function readSopsFile(path: string, text: string): SopsFile | Issue[] {
  const conflict = CONFLICT.exec(text);
  if (conflict) {
    const line = text.slice(0, conflict.index).split('\n').length;
    return [asIssue(fileRules.conflict, { path: `${path}:${line}`, problem: 'a merge conflict was committed' })];
  }
  if (/^\s*[{[]/.test(text)) return [asIssue(fileRules.json, { path, problem: 'holds JSON' })];

  const lines = new LineCounter();
  let documents: Document.Parsed[];
  try {
    documents = [...parseAllDocuments(text, { prettyErrors: false, lineCounter: lines, logLevel: 'silent' })];
  } catch {
    return [asIssue(fileRules.unreadable, { path, problem: 'is nested too deep to be read' })];
  }
  const issues = documents.flatMap((document) => syntaxIssues(path, document, lines));
  if (issues.length > 0) return issues;

  const [document, ...more] = documents;
  if (!document || more.length > 0) {
    const problem = `holds ${documents.length} YAML documents`;
    return [asIssue(fileRules.oneDocument, { path, problem })];
  }
  const features = yamlFeatures(path, document, lines);
  if (features.length > 0) return features;
  const object: unknown = document.toJS();
  if (!isMap(object)) return [asIssue(fileRules.notSecret, { path, problem: 'is not a map of keys to values' })];
  return { path, text, document, object };
}

/** Every duplicate key, but only the first of the other errors: the rest are its consequences. */
function syntaxIssues(path: string, { errors }: Document.Parsed, lines: LineCounter): Issue[] {
  const at = (offset: number) => `${path}:${lines.linePos(offset).line}`;
  const duplicates = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const other = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return [
    ...duplicates.map(({ pos }) => {
      return asIssue(fileRules.duplicateKey, { path: at(pos[0]), problem: 'this key is in the same map already' });
    }),
    ...(other
      ? [asIssue(fileRules.unreadable, { path: at(other.pos[0]), problem: REASONS[other.code] ?? 'this is not YAML' })]
      : []),
  ];
}
