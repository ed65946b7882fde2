import { describe } from 'vitest';
import { accepts, reports } from '../support/rule-fixtures.ts';
import { samplePlatform, withArgocd, withServices } from '../support/sample-platform.ts';
import { webService } from '../support/web-service.ts';

describe('FL1101, names are DNS labels', () => {
  accepts('accepts names of up to 63 characters', withServices({ ['a'.repeat(63)]: {}, 'a-1': {}, '3scale': {} }));
  reports('refuses a name with upper-case letters, and says it once', samplePlatform({ name: 'Sample' }), [
    'FL1101 at name: "Sample" has upper-case letters. Fix: name it "sample".',
  ]);
  reports('refuses an underscore', withServices({ a_b: {} }), [
    'FL1101 at services.a_b: "a_b" may have only a-z, 0-9 and "-". Fix: name it "a-b".',
  ]);
  reports('refuses 64 characters', withServices({ ['a'.repeat(64)]: {} }), [
    'FL1101 at services.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" has 64 characters, and 63 is the limit. Fix: name it "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-ffe054fe".',
  ]);
  reports('refuses a dash at the end', withServices({ 'a-': {} }), [
    'FL1101 at services.a-: "a-" starts or ends with "-". Fix: name it "a".',
  ]);
  reports('refuses a reserved word, and makes it longer', withServices({ con: {} }), [
    'FL1101 at services.con: "con" is a reserved word on some systems. Fix: name it "con-app".',
  ]);
  reports('refuses an empty key', withServices({ '': {} }), [
    'FL1101 at services[""]: "" is empty. Fix: name it "name".',
  ]);
  reports(
    'names every place',
    {
      ...samplePlatform({
        clusters: { 'C 1': {} },
        environments: ['Dev'],
        teams: { 'T,1': {} },
        access: { 'A:1': { namespace: 'N.1', reads: ['shop'] } },
        namespaces: { 'N.1': {} },
      }),
      ...{ services: withServices({ shop: { namespace: 'S.1' } }).services },
    },
    [
      'FL1601 at access.A:1.reads: the platform has no namespace "shop". Fix: use one of "N.1", "S.1".',
      'FL1101 at access["A:1"]: "A:1" has upper-case letters. Fix: name it "a-1".',
      'FL1101 at clusters["C 1"]: "C 1" has upper-case letters. Fix: name it "c-1".',
      'FL1101 at environments[0]: "Dev" has upper-case letters. Fix: name it "dev".',
      'FL1101 at namespaces["N.1"]: "N.1" has upper-case letters. Fix: name it "n-1".',
      'FL1101 at services.shop.namespace: "S.1" has upper-case letters. Fix: name it "s-1".',
      'FL1101 at teams["T,1"]: "T,1" has upper-case letters. Fix: name it "t-1".',
    ],
  );
  reports('checks the names of the engine', withArgocd({ namespace: 'Argo', rootName: 'Root' }), [
    'FL1101 at engine.namespace: "Argo" has upper-case letters. Fix: name it "argo".',
    'FL1101 at engine.rootName: "Root" has upper-case letters. Fix: name it "root".',
    'FL1203 at forge.credentials[0].secret: Stub brings no Secret "Argo/repo-creds". Fix: add it; it brings "argocd/repo-creds".',
  ]);
  reports('escapes what a terminal would obey', withServices({ 'a\u001b[31m\u202e': {} }), [
    'FL1101 at services["a\\u001b[31m\\u202e"]: "a\\u001b[31m\\u202e" may have only a-z, 0-9 and "-". Fix: name it "a-31m".',
  ]);
});

describe('FL1102, namespaces of the cluster and of the engine', () => {
  accepts('accepts a namespace of its own', withServices({ shop: { namespace: 'kubernetes' } }));
  reports(
    'refuses those of Kubernetes and of the engine for a service',
    withServices({
      a: { namespace: 'kube-system' },
      b: { namespace: 'default' },
      c: { namespace: 'argocd' },
      d: { namespace: 'kube-x' },
    }),
    [
      'FL1102 at services.a.namespace: "kube-system" belongs to Kubernetes. Fix: give it a namespace of its own.',
      'FL1102 at services.b.namespace: "default" belongs to Kubernetes. Fix: give it a namespace of its own.',
      'FL1102 at services.c.namespace: "argocd" belongs to Argo CD. Fix: give it a namespace of its own.',
      'FL1102 at services.d.namespace: "kube-x" belongs to Kubernetes. Fix: give it a namespace of its own.',
    ],
  );
  reports('refuses them in `namespaces`', samplePlatform({ namespaces: { 'kube-public': {} } }), [
    'FL1102 at namespaces.kube-public: "kube-public" belongs to Kubernetes. Fix: leave it out.',
  ]);
  reports(
    'refuses them for a CI identity',
    samplePlatform({ access: { ci: { namespace: 'kube-system', reads: ['shop'] } } }),
    [
      'FL1102 at access.ci.namespace: "kube-system" belongs to Kubernetes. Fix: keep CI identities in a namespace of their own: whoever may create pods beside one can use it.',
      'FL1601 at access.ci.namespace: the platform has no namespace "kube-system". Fix: use one of "shop".',
    ],
  );
  reports(
    'refuses them once the environment is added',
    samplePlatform({ environments: ['system'], services: { shop: webService({ namespace: 'kube' }) } }),
    ['FL1102 at services.shop.namespace: "kube-system" belongs to Kubernetes. Fix: give it a namespace of its own.'],
  );
  reports('refuses them for the engine itself', withArgocd({ namespace: 'kube-system' }), [
    'FL1102 at engine.namespace: "kube-system" belongs to Kubernetes. Fix: give it a namespace of its own.',
    'FL1203 at forge.credentials[0].secret: Stub brings no Secret "kube-system/repo-creds". Fix: add it; it brings "argocd/repo-creds".',
  ]);
});

describe('FL1103, names that stand for something else', () => {
  accepts('accepts other names', samplePlatform({ teams: { shops: {} }, environments: ['dev', 'prod'] }));
  reports(
    'refuses the teams of Argo CD and of Fairlead',
    samplePlatform({
      teams: { default: {}, platform: {}, root: {}, shops: {} },
      services: withServices({ shop: { team: 'shops' } }).services,
    }),
    [
      'FL1103 at teams.default: the project "default" is emptied and used by nothing. Fix: choose another name.',
      'FL1103 at teams.platform: "platform" is the team of Fairlead\'s own layers. Fix: choose another name.',
      'FL1103 at teams.root: "root" is the project of the root. Fix: choose another name.',
    ],
  );
  reports('refuses environments that are none', samplePlatform({ environments: ['preview', 'previews', 'base'] }), [
    'FL1103 at environments[0]: "preview" is not a stage that a release goes through. Fix: choose another name.',
    'FL1103 at environments[1]: "previews" is not a stage that a release goes through. Fix: choose another name.',
    'FL1103 at environments[2]: "base" is not a stage that a release goes through. Fix: choose another name.',
  ]);
  reports(
    'refuses the account of every pod',
    samplePlatform({ access: { default: { namespace: 'shop', reads: ['shop'] } } }),
    [
      'FL1103 at access.default: every pod runs as the account "default" that names no other. Fix: choose another name.',
    ],
  );
  reports(
    'refuses the layers of Fairlead and the root',
    withServices({ foundation: {}, credentials: {}, secrets: {}, root: {} }),
    [
      'FL1103 at services.credentials: "credentials" is a layer of Fairlead\'s own. Fix: choose another name.',
      'FL1103 at services.foundation: "foundation" is a layer of Fairlead\'s own. Fix: choose another name.',
      'FL1103 at services.root: "root" is what delivers all the others. Fix: choose another name.',
      'FL1103 at services.secrets: "secrets" is a layer of Fairlead\'s own. Fix: choose another name.',
    ],
  );
  reports('refuses the root under the name of an Application', withArgocd({ applicationName: () => 'root' }), [
    'FL1103 at services.shop: "root" is what delivers all the others. Fix: choose another name.',
  ]);
  reports(
    'knows the layers of each cluster',
    withServices(
      { 'foundation-a': { cluster: 'a' }, 'root-b': { cluster: 'b' } },
      { clusters: { a: {}, b: { server: 'https://b.example.org' } } },
    ),
    [
      'FL1103 at services.foundation-a: "foundation-a" is a layer of Fairlead\'s own. Fix: choose another name.',
      'FL1103 at services.root-b: "root-b" is what delivers all the others. Fix: choose another name.',
    ],
  );
});

describe('FL1104, names that collide', () => {
  accepts(
    'accepts two services of a team in one namespace',
    withServices({ a: { namespace: 'shop' }, b: { namespace: 'shop' } }),
  );
  reports(
    'refuses a name that another one has with its environment',
    samplePlatform({
      environments: ['dev'],
      services: { shop: webService(), 'shop-dev': withServices({ x: {} }).services.x as never },
    }),
    [
      'FL1104 at services.shop-dev: services "shop" and "shop-dev" are both delivered as "shop-dev". Fix: rename one of them.',
      'FL1104 at services.shop-dev.namespace: "shop" and "shop-dev" share the namespace "shop-dev", which only one of them asks for. Fix: rename one of them.',
    ],
  );
  reports(
    'refuses two services under the same name of an Application',
    withServices(
      { a: {}, b: {} },
      { engine: withArgocd({ applicationName: (name) => (name.length === 1 ? 'x' : name) }).engine },
    ),
    ['FL1104 at services.b: services "a" and "b" are both delivered as "x". Fix: rename one of them.'],
  );
  reports(
    'refuses 64 characters once the environment is added',
    samplePlatform({ environments: ['production'], services: { ['a'.repeat(55)]: webService() } }),
    [
      'FL1922 at services.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: namespace "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-production" has 66 characters, and 63 is the limit. Fix: shorten one of the names.',
      'FL1104 at services.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.namespace: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-production" has 66 characters, and 63 is the limit. Fix: shorten the namespace or the environment.',
    ],
  );
  reports(
    'refuses a namespace of two teams',
    withServices(
      { a: { namespace: 'shop', team: 'x' }, b: { namespace: 'shop', team: 'y' } },
      { teams: { x: {}, y: {} } },
    ),
    [
      'FL1104 at services.b.namespace: "a" and "b" share the namespace "shop" and belong to different teams. Fix: give each team namespaces of its own.',
    ],
  );
  reports(
    'refuses a namespace with two levels of Pod Security',
    withServices({ a: { namespace: 'shop' }, b: { namespace: 'shop', podSecurity: 'privileged' } }),
    [
      'FL1104 at services.b.podSecurity: "a" and "b" share the namespace "shop" and want different Pod Security levels. Fix: set it once, under `namespaces`, or use two.',
    ],
  );
  reports(
    'refuses a namespace in two clusters',
    withServices(
      { a: { namespace: 'shop', cluster: 'x' }, b: { namespace: 'shop', cluster: 'y' } },
      { clusters: { x: {}, y: { server: 'https://y.example.org' } } },
    ),
    [
      'FL1104 at services.b.namespace: "a" and "b" share the namespace "shop" and run in different clusters. Fix: give each its own namespace.',
    ],
  );
  reports('refuses an environment that is there twice', samplePlatform({ environments: ['dev', 'prod', 'dev'] }), [
    'FL1104 at environments[2]: "dev" is environments[0] too. Fix: remove one of them.',
  ]);
});
