import { describeFailure, synthForCdk8s } from 'fairlead/synth';

/** What `cdk8s synth` runs (see cdk8s.yaml): every platform, or those named on the command line. */
try {
  await synthForCdk8s({ root: '.', names: process.argv.slice(2) });
} catch (error) {
  const { text, exitCode } = describeFailure(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCode;
}
