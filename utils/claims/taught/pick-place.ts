import type { PictureToken, TextToken } from '../page/page-outline.ts';
import { applyFieldRule } from './apply-field-rule.ts';
import { deriveFieldRule } from './derive-field-rule.ts';
import { likelyGroup, type PictureGroup, pictureAt, pictureGroupsAt } from './picture-groups.ts';
import { derivePictureRule } from './picture-rule.ts';
import { type FieldRule, isPictureField, type TaughtField, type TaughtPictureField } from './site-rule.ts';
import type { TaughtPage } from './text-locators.ts';
import { ancestorAt } from './token-places.ts';

/** A place that the seller pointed at, what is read there, and how it will be found again. */
export interface PickedPlace {
  readonly field: TaughtField;
  readonly element: Element;
  readonly rule: FieldRule;
  /** The text; null for pictures. */
  readonly value: string | null;
  readonly pictures: readonly PictureToken[];
  /** Pictures only: how many pictures the lists around it have, narrowest first, and which was taken. */
  readonly sizes: readonly number[];
  readonly sizeIndex: number;
}

/**
 * Reads a field where the seller points, and derives its rule.
 * @param sizeIndex which of the lists around a picture to take; by default the one most likely meant
 * @returns null where nothing of that kind stands there, or where it could not be found again
 */
export function pickPlace(
  page: TaughtPage,
  field: TaughtField,
  element: Element,
  taughtAt: string,
  sizeIndex?: number,
): PickedPlace | null {
  if (isPictureField(field)) return pickPictures(page, field, element, taughtAt, sizeIndex);
  const rule = deriveFieldRule(page, field, element, taughtAt);
  const found = rule && applyFieldRule(page, rule, field);
  if (!rule || !found) return null;
  const text = page.outline.tokens[found.at] as TextToken;
  const whole = ancestorAt(page.outline, text.element, rule.depth);
  return { field, element: whole, rule, value: found.value, pictures: [], sizes: [], sizeIndex: 0 };
}

/** The list of pictures that would be taken at an element; null where there is none. */
export function groupAt(page: TaughtPage, element: Element): PictureGroup | null {
  const at = pictureAt(page.outline, element);
  return at === null ? null : (likelyGroup(page, pictureGroupsAt(page, at)) ?? null);
}

function pickPictures(
  page: TaughtPage,
  field: TaughtPictureField,
  element: Element,
  taughtAt: string,
  sizeIndex: number | undefined,
): PickedPlace | null {
  const at = pictureAt(page.outline, element);
  if (at === null) return null;
  const groups = pictureGroupsAt(page, at);
  const group = sizeIndex === undefined ? likelyGroup(page, groups) : groups[sizeIndex];
  const rule = group && derivePictureRule(page, field, group, taughtAt);
  if (!group || !rule) return null;
  return {
    field,
    element: group.box,
    rule,
    value: null,
    pictures: group.at.map((place) => page.outline.tokens[place] as PictureToken),
    sizes: groups.map(({ at: pictures }) => pictures.length),
    sizeIndex: groups.indexOf(group),
  };
}
