import type { Image } from '../../../model/image.ts';
import type { Platform } from '../../../model/platform.ts';
import type { Service } from '../../../model/service.ts';

/** An image, and its place in the definition. */
export interface PlacedImage {
  readonly image: Image;
  readonly path: string;
  readonly service: Service;
}

/** Every image that the platform's definition names. */
export function* imageUses(platform: Platform): Iterable<PlacedImage> {
  for (const service of platform.services) {
    for (const { image, path } of service.source.images)
      yield { image, path: `services.${service.name}.source.${path}`, service };
  }
}

/** The image as people write it. */
export function written(image: Image): string {
  if (image.own) return image.repository;
  return `${image.repository}${image.tag && `:${image.tag}`}${image.digest && `@${image.digest}`}`;
}
