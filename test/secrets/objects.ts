/** A Deployment whose container has these fields. */
export const container = (fields: object): { kind: string; spec: object } => ({
  kind: 'Deployment',
  spec: { template: { spec: { containers: [{ name: 'app', ...fields }] } } },
});
/** A ConfigMap with this file. */
export const config = (text: string) => ({ kind: 'ConfigMap', data: { file: text } });
