import { ApiObject, App, Yaml } from 'cdk8s';
import { emitYaml } from '../../../constructs/files/yaml.ts';
import { type BenchCase, timed } from '../bench-case.ts';
import { defineServices } from '../services.ts';

/** Our emitter alone, on plain objects. */
export const emit = emitter('emit YAML', emitYaml);

/** The `yaml` package as cdk8s calls it, on the same objects. */
export const stringify = emitter('emit YAML with the yaml package', (object) => Yaml.stringify(object));

function emitter(name: string, toYaml: (object: unknown) => string): BenchCase {
  return {
    name,
    measure(services) {
      const app = new App();
      defineServices(app, services);
      const objects = app.node
        .findAll()
        .filter(ApiObject.isApiObject)
        .map((object) => object.toJson());
      return [timed(name, () => objects.map(toYaml).join('').length)[1]];
    },
  };
}
