import { describe, expect, it } from 'vitest';
import { ComputedExchange } from '../../../../utils/engine/worker/exchange-computed.ts';
import { makePicture, type Picture } from '../../../../utils/image/picture.ts';

const pictureOf = (id: string): Picture =>
  makePicture({ id, name: id, sha256: id, type: 'jpeg', bytes: new Uint8Array(1), pixels: null });

describe('ComputedExchange', () => {
  it('gives what is for all, once', () => {
    const exchange = new ComputedExchange();
    const picture = pictureOf('a');
    picture.derived('own', () => 'stays here');
    picture.derivedForAll('shared', () => 'travels');
    expect(exchange.take([picture, pictureOf('b')])).toEqual(new Map([['a', new Map([['shared', 'travels']])]]));
    expect(exchange.take([picture])).toEqual(new Map());
  });

  it('does not send back what came from the other side', () => {
    const exchange = new ComputedExchange();
    const picture = pictureOf('a');
    exchange.put(new Map([['a', new Map([['shared', 1]])]]), () => picture);
    expect(picture.forAll).toEqual(new Map([['shared', 1]]));
    expect(exchange.take([picture])).toEqual(new Map());
  });

  it('keeps what is here where both have computed it', () => {
    const picture = pictureOf('a');
    picture.derivedForAll('shared', () => 'here');
    new ComputedExchange().put(new Map([['a', new Map([['shared', 'there']])]]), () => picture);
    expect(picture.derivedForAll('shared', () => 'anew')).toBe('here');
  });

  it('loses nothing else over a picture that is gone, and starts anew with the next case', () => {
    const exchange = new ComputedExchange();
    const picture = pictureOf('a');
    const values = new Map([['shared', 1]]);
    exchange.put(
      new Map([
        ['gone', values],
        ['a', values],
      ]),
      (id) => (id === 'a' ? picture : undefined),
    );
    expect(picture.forAll).toEqual(values);
    exchange.clear();
    expect(exchange.take([picture])).toEqual(new Map([['a', values]]));
  });
});
