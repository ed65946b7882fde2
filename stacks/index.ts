export { describeFailure, type Failure } from './failure.ts';
export { type Rendered, render } from './gitops.ts';
export { type Checked, check, type Synthesized, type SynthOptions, synth, synthForCdk8s } from './synth.ts';
