import type { Platform } from './platform.ts';

/** Labels of every object that Fairlead itself adds. */
export function ownLabels(platform: Pick<Platform, 'name'>): Record<string, string> {
  return { 'app.kubernetes.io/managed-by': 'fairlead', 'app.kubernetes.io/part-of': platform.name };
}

/** Label of every object by which an engine delivers a service; its value is the service's key in the definition. */
export const serviceLabel = 'fairlead.dev/service';
