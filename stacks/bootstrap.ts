/**
 * What `pulumi up` runs (see Pulumi.yaml): it will apply `dist/<platform>/bootstrap`, and nothing else.
 * The program is not there yet, so it stops before anything is planned.
 */
throw new Error(
  'The bootstrap program is not there yet, and nothing was applied. ' +
    'Until it is, bootstrap a cluster by hand: the runbook in dist/<platform>/README.md has every command.',
);
