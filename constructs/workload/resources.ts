import { RESOURCES, type ResourcesProps } from './environment-props.ts';
import { greaterQuantity, lesserQuantity } from './quantity.ts';

/** Requests and limits of every resource that a pod shares with its neighbours. */
export interface Resources {
  readonly requests: Readonly<Record<(typeof RESOURCES)[number], string>>;
  readonly limits: Readonly<Record<(typeof RESOURCES)[number], string>>;
}

/** Small enough for a home cluster, and a limit for each, since one pod without any can starve a node. */
const DEFAULTS: Resources = {
  requests: { cpu: '50m', memory: '128Mi', 'ephemeral-storage': '64Mi' },
  limits: { cpu: '1', memory: '256Mi', 'ephemeral-storage': '1Gi' },
};

/** Fills in what is not given, so that no default limit is below a given request, and no default request above a given limit. */
export function resolveResources({ requests = {}, limits = {} }: ResourcesProps = {}): Resources {
  const resolved = RESOURCES.map((resource) => {
    const [request, limit] = [requests[resource], limits[resource]];
    return {
      resource,
      request:
        request ??
        (limit === undefined ? DEFAULTS.requests[resource] : lesserQuantity(DEFAULTS.requests[resource], limit)),
      limit:
        limit ??
        (request === undefined ? DEFAULTS.limits[resource] : greaterQuantity(DEFAULTS.limits[resource], request)),
    };
  });
  return {
    requests: Object.fromEntries(resolved.map(({ resource, request }) => [resource, request])) as Resources['requests'],
    limits: Object.fromEntries(resolved.map(({ resource, limit }) => [resource, limit])) as Resources['limits'],
  };
}
