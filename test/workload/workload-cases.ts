import { ownImage, upstreamImage } from '../../constructs/model/image.ts';
import type { ServiceProps } from '../../constructs/model/service.ts';
import type { WorkloadProps } from '../../constructs/workload/workload-props.ts';
import type { SampleOptions } from './sample-platform.ts';

/** Options that are wrong in one way, and all that is said about it. */
export interface WorkloadCase {
  /** What is wrong, as the name of a test. */
  readonly title: string;
  readonly props: Partial<WorkloadProps>;
  readonly issues: readonly string[];
  readonly options?: SampleOptions;
  readonly service?: Omit<ServiceProps, 'source'>;
}

/** An image that no rule has anything to say about. */
export const image = upstreamImage('ghcr.io/acme/tool:1.2.3');
export const own = ownImage('ghcr.io/acme/shop');

const ingress = { className: 'traefik', namespace: 'traefik' };
const dev = { environments: ['dev', 'prod'] };
const at = 'services.shop.source';

export const workloadCases: readonly WorkloadCase[] = [
  {
    title: 'one port number under two names',
    props: { ports: { http: 8080, metrics: 8080 } },
    issues: [`FL1901 at ${at}.ports.metrics: port 8080 is http already. Fix: drop one of the names.`],
  },
  {
    title: 'port 0',
    props: { port: 0 },
    issues: [`FL1902 at ${at}.port: 0 is no port. Fix: use the port that the program listens on.`],
  },
  {
    title: 'port 65536 of a peer',
    props: { allowTo: [{ cidr: '10.0.0.0/8', ports: [65_536] }] },
    issues: [`FL1902 at ${at}.allowTo[0].ports[0]: 65536 is no port. Fix: use the port that the program listens on.`],
  },
  {
    title: 'a port that is text',
    props: { port: '80 ' as unknown as number },
    issues: [`FL1002 at ${at}.port: "80 " is not a number. Fix: give it a number.`],
  },
  {
    title: 'a port that only root may listen on',
    props: { port: 80 },
    issues: [
      `FL1903 at ${at}.port: port 80 is for root, and the pods run as user 10001. Fix: make the program listen on a port such as 8080; the host is served on 443 by the ingress all the same.`,
    ],
  },
  {
    title: 'a port name that Kubernetes refuses',
    props: { ports: { Web_Server: 8080 } },
    issues: [
      `FL1904 at ${at}.ports.Web_Server: a port cannot be named "Web_Server". Fix: use a short name such as http or metrics.`,
    ],
  },
  {
    title: 'port and ports together',
    props: { port: 8080, ports: { http: 8080 } },
    issues: [
      `FL1904 at ${at}.port: \`port\` and \`ports\` are both given. Fix: move the port into \`ports\`, as http.`,
    ],
  },
  {
    title: 'a peer that is no service',
    props: { port: 8080, allowFrom: ['shpo'] },
    issues: [`FL1905 at ${at}.allowFrom[0]: there is no service "shpo". Fix: did you mean "shop"?.`],
  },
  {
    title: 'a peer namespace that nothing has',
    props: { allowTo: [{ namespace: 'kube-sistem' }] },
    issues: [
      `FL1905 at ${at}.allowTo[0].namespace: there is no namespace "kube-sistem". Fix: did you mean "kube-system"?; one that something else makes goes into \`namespaces\`.`,
    ],
  },
  {
    title: 'an ingress controller in a namespace that nothing has',
    props: { port: 8080, host: 'shop.acme.example', ingress: { ...ingress, namespace: 'treafik' } },
    issues: [
      `FL1905 at ${at}.ingress.namespace: there is no namespace "treafik". Fix: did you mean "traefik"?; one that something else makes goes into \`namespaces\`.`,
    ],
  },
  {
    title: 'a Secret that the platform does not bring',
    props: { secrets: { TOKEN: { secret: 'shopp', key: 'token' } } },
    options: { secrets: ['shop/shop'] },
    issues: [
      `FL1907 at ${at}.secrets.TOKEN.secret: namespace "shop" gets no Secret "shopp". Fix: did you mean "shop/shop"? Otherwise add the Secret to namespace "shop".`,
    ],
  },
  {
    title: 'a pull secret that one environment lacks',
    props: { pullSecret: 'registry' },
    options: { ...dev, secrets: ['shop-dev/registry', 'other/one'] },
    issues: [
      `FL1907 at ${at}.pullSecret: namespace "shop-prod" gets no Secret "registry". Fix: did you mean "shop-dev/registry"? Otherwise add the Secret to namespace "shop-prod".`,
    ],
  },
  {
    title: 'a variable whose name has a hyphen',
    props: { env: { 'LOG-LEVEL': 'debug' } },
    issues: [
      `FL1908 at ${at}.env.LOG-LEVEL: "LOG-LEVEL" is no name of an environment variable. Fix: use letters, digits and "_", the first no digit.`,
    ],
  },
  {
    title: 'a variable that is a literal and a secret',
    props: { env: { TOKEN: 'x' }, secrets: { TOKEN: { secret: 'shop', key: 'token' } } },
    options: { secrets: ['shop/shop'] },
    issues: [`FL1908 at ${at}.env.TOKEN: "TOKEN" comes from \`secrets\` too. Fix: drop one of them.`],
  },
  {
    title: 'an autoscaler with its minimum above its maximum',
    props: { autoscale: { min: 5, max: 2 } },
    issues: [
      `FL1909 at ${at}.autoscale: the minimum of 5 is above the maximum of 2. Fix: swap them, or raise the maximum.`,
    ],
  },
  {
    title: 'an autoscaler that goes down to no pod',
    props: { autoscale: { min: 0, max: 2, cpuPercent: 0 } },
    issues: [
      `FL1909 at ${at}.autoscale: 0 is no number of pods, from 1 up. Fix: swap them, or raise the maximum.`,
      `FL1909 at ${at}.autoscale.cpuPercent: 0 is no share of a CPU request. Fix: use a whole number of percent, such as 80.`,
    ],
  },
  {
    title: 'an autoscaler beside a number of pods',
    props: { replicas: 3, environments: { prod: { autoscale: { min: 2, max: 4 }, replicas: 3 } } },
    options: dev,
    issues: [
      `FL1910 at ${at}.environments.prod.replicas: 3 pods are asked for beside an autoscaler. Fix: drop \`replicas\`.`,
    ],
  },
  {
    title: 'an autoscaler that has no CPU request to measure by',
    props: { autoscale: { min: 2, max: 4 }, resources: { requests: { cpu: '0' } } },
    issues: [
      `FL1911 at ${at}.resources.requests.cpu: the autoscaler would measure by a CPU request of "0". Fix: request what a pod uses under usual load, such as "100m".`,
    ],
  },
  {
    title: 'an address range with bits of a host',
    props: { allowTo: [{ cidr: '10.20.30.40/16' }] },
    issues: [
      `FL1913 at ${at}.allowTo[0].cidr: "10.20.30.40/16" has bits of a host set. Fix: use "10.20.0.0/16", or "10.20.30.40/32" for the one address.`,
    ],
  },
  {
    title: 'an address range that is none',
    props: { allowTo: [{ cidr: '10.0.0.0/33' }, { cidr: '192.0.2.7' }, { cidr: '2001:db8::1/32' }] },
    issues: [
      `FL1913 at ${at}.allowTo[0].cidr: "10.0.0.0/33" is no address range. Fix: write it like "10.10.1.0/24".`,
      `FL1913 at ${at}.allowTo[1].cidr: "192.0.2.7" is no address range. Fix: use "192.0.2.7/32" for the one address.`,
      `FL1913 at ${at}.allowTo[2].cidr: "2001:db8::1/32" has bits of a host set. Fix: use "2001:db8::/32", or "2001:db8::1/128" for the one address.`,
    ],
  },
  {
    title: 'an exception outside of its range',
    props: { allowTo: [{ cidr: '10.0.0.0/8', except: ['192.168.0.0/16'] }] },
    issues: [
      `FL1913 at ${at}.allowTo[0].except[0]: "192.168.0.0/16" is not inside "10.0.0.0/8". Fix: leave out a part of the range only.`,
    ],
  },
  {
    title: 'a way out to everywhere without a reason',
    props: { allowTo: [{ cidr: '0.0.0.0/0' }, { cidr: '::/0', reason: ' ' }] },
    issues: [
      `FL1914 at ${at}.allowTo[0]: "0.0.0.0/0" is every address there is, and no reason is given. Fix: name the range that is needed, or add \`reason\`, and \`except\` for the private ranges.`,
      `FL1914 at ${at}.allowTo[1]: "::/0" is every address there is, and no reason is given. Fix: name the range that is needed, or add \`reason\`, and \`except\` for the private ranges.`,
    ],
  },
  {
    title: 'quantities as people write them',
    props: {
      resources: { requests: { cpu: '500mm' }, limits: { memory: '1GB' } },
      volumes: { data: { size: '10 GB', mountPath: '/data' } },
    },
    issues: [
      `FL1915 at ${at}.resources.requests.cpu: "500mm" is no quantity. Fix: did you mean "500m"?.`,
      `FL1915 at ${at}.resources.limits.memory: "1GB" is no quantity. Fix: did you mean "1Gi"?.`,
      `FL1915 at ${at}.volumes.data.size: "10 GB" is no quantity. Fix: did you mean "10Gi"?.`,
    ],
  },
  {
    title: 'memory in thousandths of a byte',
    props: { resources: { requests: { memory: '512m' } } },
    issues: [
      `FL1915 at ${at}.resources.requests.memory: "512m" is 0.512 bytes: m means a thousandth. Fix: did you mean "512Mi"?.`,
    ],
  },
  {
    title: 'cores with the suffix of bytes',
    props: { resources: { limits: { cpu: '2Mi' } } },
    issues: [
      `FL1915 at ${at}.resources.limits.cpu: "2Mi" is 2097152 cores. Fix: write cores like "250m" or "1.5", bytes like "512Mi" or "10Gi".`,
    ],
  },
  {
    title: 'a limit below its request',
    props: {
      cron: { clean: { schedule: '@daily', resources: { requests: { memory: '1Gi' }, limits: { memory: '512Mi' } } } },
    },
    issues: [
      `FL1916 at ${at}.cron.clean.resources.limits.memory: the limit of "512Mi" is below the request of "1Gi". Fix: raise the limit, or lower the request.`,
    ],
  },
  {
    title: 'a minute that no hour has',
    props: { cron: { clean: { schedule: '61 * * * *' } } },
    issues: [
      `FL1917 at ${at}.cron.clean.schedule: minute "61" is not between 0 and 59 in "61 * * * *". Fix: write five fields: minute, hour, day of the month, month, day of the week.`,
    ],
  },
  {
    title: 'a schedule with seconds',
    props: { cron: { clean: { schedule: '0 */5 * * * *' } } },
    issues: [
      `FL1917 at ${at}.cron.clean.schedule: "0 */5 * * * *" has six fields, and Kubernetes knows no seconds. Fix: drop the seconds: "*/5 * * * *".`,
    ],
  },
  {
    title: 'time zones that are none',
    props: {
      cron: {
        a: { schedule: '@daily', timeZone: 'Europe/Berlim' },
        b: { schedule: '@daily', timeZone: 'europe/berlin' },
        c: { schedule: '@daily', timeZone: 'Local' },
        d: { schedule: '@daily', timeZone: '+02:00' },
      },
    },
    issues: [
      `FL1918 at ${at}.cron.a.timeZone: "Europe/Berlim" is no time zone. Fix: did you mean "Europe/Berlin"?.`,
      `FL1918 at ${at}.cron.b.timeZone: "europe/berlin" is no time zone. Fix: did you mean "Europe/Berlin"?.`,
      `FL1918 at ${at}.cron.c.timeZone: "Local" is no time zone. Fix: write it like "Europe/Berlin" or "Etc/UTC".`,
      `FL1918 at ${at}.cron.d.timeZone: "+02:00" is no time zone. Fix: write it like "Europe/Berlin" or "Etc/UTC".`,
    ],
  },
  {
    title: 'configuration above 1 MiB',
    props: { config: { '/etc/a': 'x'.repeat(2 ** 20), '/etc/b': 'ü' } },
    issues: [
      `FL1919 at ${at}.config: the files have 1048578 bytes, and 1048576 is the limit. Fix: put large files into the image, or on a volume.`,
    ],
  },
  {
    title: 'annotations above 256 KiB, and one with a bad name',
    props: {
      port: 8080,
      host: 'shop.acme.example',
      ingress: { ...ingress, annotations: { a: 'x'.repeat(2 ** 18), 'b c': '' } },
    },
    issues: [
      `FL1920 at ${at}.ingress.annotations: the annotations have 262148 bytes, and 262144 is the limit. Fix: move the text into a ConfigMap.`,
      `FL1920 at ${at}.ingress.annotations["b c"]: this is no name of an annotation. Fix: write names like "traefik.ingress.kubernetes.io/router.middlewares".`,
    ],
  },
  {
    title: 'names that get too long together',
    props: {
      cron: { ['x'.repeat(50)]: { schedule: '@daily' } },
      jobs: { ['y'.repeat(60)]: {} },
      volumes: { Data: { size: '1Gi', mountPath: '/data' } },
    },
    issues: [
      `FL1922 at ${at}.volumes.Data: "Data" has upper-case letters. Fix: shorten one of the names.`,
      `FL1922 at ${at}.cron.${'x'.repeat(50)}: "shop-${'x'.repeat(50)}" has 55 characters, and 52 is the limit. Fix: shorten one of the names.`,
      `FL1922 at ${at}.jobs.${'y'.repeat(60)}: "shop-${'y'.repeat(60)}" has 65 characters, and 54 is the limit. Fix: shorten one of the names.`,
    ],
  },
  {
    title: 'a namespace that gets too long with its environment',
    props: {},
    options: dev,
    service: { namespace: 'n'.repeat(59) },
    issues: [
      `FL1922 at services.shop: namespace "${'n'.repeat(59)}-prod" has 64 characters, and 63 is the limit. Fix: shorten one of the names.`,
    ],
  },
  {
    title: 'the class of ingress-nginx',
    props: { port: 8080, host: 'shop.acme.example', ingress: { className: 'nginx', namespace: 'traefik' } },
    issues: [
      `FL1923 at ${at}.ingress.className: class "nginx" is, as a rule, ingress-nginx. Fix: move to another controller, such as Traefik, or to a Gateway.`,
    ],
  },
  {
    title: 'mounts at one path, at a relative path and at the root',
    props: {
      volumes: { data: { size: '1Gi', mountPath: '/data' }, more: { size: '1Gi', mountPath: 'more' } },
      writable: ['/data', '/'],
      config: { '/etc/../shadow': '' },
    },
    issues: [
      `FL1924 at ${at}.volumes.more.mountPath: "more" is no absolute path. Fix: write an absolute path such as "/etc/shop/app.yaml".`,
      `FL1924 at ${at}.writable[0]: "/data" is mounted by ${at}.volumes.data.mountPath too. Fix: use another path.`,
      `FL1924 at ${at}.writable[1]: "/" is the whole file system of the container. Fix: write an absolute path such as "/etc/shop/app.yaml".`,
      `FL1924 at ${at}.config["/etc/../shadow"]: "/etc/../shadow" has an empty part, "." or "..". Fix: write an absolute path such as "/etc/shop/app.yaml".`,
    ],
  },
  {
    title: 'a volume without a size, one without room, and one that is a claim with a class',
    props: {
      volumes: {
        a: { mountPath: '/a' },
        b: { mountPath: '/b', claim: 'media', storageClass: 'fast' },
        c: { mountPath: '/c', size: '0Gi' },
      },
    },
    issues: [
      `FL1925 at ${at}.volumes.a: the volume has no size. Fix: add \`size\`, such as "10Gi", or \`claim\`.`,
      `FL1925 at ${at}.volumes.b: the volume is an existing claim, and has a size, class or access modes of a new one. Fix: drop \`claim\`, or the others.`,
      `FL1925 at ${at}.volumes.c.size: the volume has no room. Fix: use a size such as "10Gi".`,
    ],
  },
  {
    title: 'two pods on a volume for one node',
    props: { replicas: 2, volumes: { data: { size: '1Gi', mountPath: '/data' } } },
    issues: [
      `FL1926 at ${at}.replicas: 2 pods would share volume "data", which is ReadWriteOnce. Fix: run one pod, or use a ReadWriteMany volume.`,
    ],
  },
  {
    title: 'one host in two environments',
    props: { port: 8080, host: 'shop.acme.example', ingress },
    options: dev,
    issues: [
      `FL1927 at ${at}.host: host "shop.acme.example" would serve "dev" and "prod". Fix: give each environment a host under \`environments\`.`,
    ],
  },
  {
    title: 'settings for an environment that is misspelled',
    props: { environments: { prdo: {} } },
    options: dev,
    issues: [`FL1928 at ${at}.environments.prdo: the platform has no environment "prdo". Fix: did you mean "prod"?.`],
  },
  {
    title: 'settings for environments on a platform without any',
    props: { environments: { prod: {} } },
    issues: [
      `FL1928 at ${at}.environments.prod: the platform has no environment "prod". Fix: add \`environments\` to the platform, or move the settings one level up.`,
    ],
  },
  {
    title: 'a host that nothing leads to',
    props: { host: 'shop.acme.example' },
    issues: [
      `FL1929 at ${at}.host: nothing leads to host "shop.acme.example". Fix: add \`ingress: { className, namespace }\` or \`gateway: { name, namespace }\`.`,
      `FL1929 at ${at}.host: host "shop.acme.example" has no port to lead to. Fix: add \`port\`.`,
    ],
  },
  {
    title: 'an ingress and a Gateway, and no host',
    props: { port: 8080, ingress, gateway: { name: 'public', namespace: 'traefik' } },
    issues: [
      `FL1929 at ${at}.gateway: the hosts have an ingress and a Gateway. Fix: drop one of them.`,
      `FL1929 at ${at}.ingress: there is no host that it could serve. Fix: add \`host\`.`,
    ],
  },
  {
    title: 'probes that ask too much, nothing, or nobody',
    props: {
      port: 8080,
      probes: {
        readiness: { path: 'ready', tcp: true, port: 'htpp' },
        liveness: {},
        startup: { command: [], periodSeconds: 0 },
      },
    },
    issues: [
      `FL1930 at ${at}.probes.readiness: the probe asks path and tcp. Fix: give it \`path\`, \`tcp\` or \`command\`.`,
      `FL1930 at ${at}.probes.readiness.path: "ready" does not start with "/". Fix: use "/ready".`,
      `FL1930 at ${at}.probes.readiness.port: there is no port "htpp". Fix: did you mean "http"?.`,
      `FL1930 at ${at}.probes.liveness: the probe asks nothing. Fix: give it \`path\`, \`tcp\` or \`command\`.`,
      `FL1930 at ${at}.probes.startup.command: the command is empty. Fix: name a program of the image.`,
      `FL1930 at ${at}.probes.startup.periodSeconds: 0 is no whole number from 1 up. Fix: use 1 or more.`,
    ],
  },
  {
    title: 'an HTTP probe of a worker without ports',
    props: { probes: { readiness: { path: '/ready' } } },
    issues: [`FL1930 at ${at}.probes.readiness: the workload has no port to ask. Fix: use \`command\`.`],
  },
  {
    title: 'root in a restricted namespace',
    props: { runAsUser: 0 },
    issues: [
      `FL1931 at ${at}.runAsUser: user 0 is root. Fix: use a number above 10000 and make the image run as it; many images document how.`,
    ],
  },
  {
    title: 'half a pod, and no time for a job',
    props: { replicas: 0.5, jobs: { migrate: { timeoutSeconds: 0, retries: -1 } } },
    issues: [
      `FL1932 at ${at}.replicas: 0.5 is no number of pods. Fix: use a whole number.`,
      `FL1932 at ${at}.jobs.migrate.retries: -1 is no number of attempts. Fix: use a whole number.`,
      `FL1932 at ${at}.jobs.migrate.timeoutSeconds: 0 is no number of seconds, from 1 up. Fix: use a whole number.`,
    ],
  },
  {
    title: 'a field that is misspelled, and all else that can be read',
    props: { replica: 3, port: 70_000 } as Partial<WorkloadProps>,
    issues: [
      `FL1001 at ${at}.replica: there is no field "replica" here. Fix: did you mean "replicas"?.`,
      `FL1902 at ${at}.port: 70000 is no port. Fix: use the port that the program listens on.`,
    ],
  },
];
