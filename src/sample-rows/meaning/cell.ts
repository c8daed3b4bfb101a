import type { Limits } from '../expressions/limits.ts';
import type { Random } from '../random.ts';
import type { Scene } from './scene.ts';

/** What a value is drawn from. */
export interface Cell {
  readonly random: Random;
  readonly scene: Scene;
  /** What the checks leave open. */
  readonly limits: Limits;
  /** From 1: of the row in its table. */
  readonly number: number;
  /** How often a value of this row was refused as not unique: above 0, it has to be made distinct. */
  readonly freshness: number;
}
