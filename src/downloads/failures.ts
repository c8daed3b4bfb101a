/** What a person is told when a file cannot be had. */
import { AppError, type ErrorData, toErrorData } from '../platform/errors.ts';
import type { DownloadFile } from './contract.ts';

/** Why one address did not deliver. */
export interface Failure {
  readonly url: string;
  readonly why: string;
  /** Null when there was no answer to read: browsers do not tell scripts why. */
  readonly status: number | null;
}

/** What is wrong with a file that came from `url`. */
export interface Fault {
  readonly url: string;
  readonly why: string;
}

export function missing(file: DownloadFile, failures: readonly Failure[]): AppError {
  const isRefused = failures.every(({ status }) => status === 401 || status === 403);
  return new AppError({
    code: 'model/missing',
    message: isRefused
      ? `${hostsOf(failures)} does not give ${file.name} to everyone.`
      : `${hostsOf(failures)} does not have ${file.name} any more.`,
    hint: isRefused
      ? 'The file may need an account or a licence to be accepted there first. Choose another model, or another address.'
      : 'It may have moved or been taken down. Choose another model, or another address.',
    details: detailsOf(file, failures),
  });
}

/** @param isOwnOrigin no other host has to consent */
export function unreachable(file: DownloadFile, failures: readonly Failure[], isOwnOrigin: boolean): AppError {
  const isSilent = failures.some(({ status }) => status === null);
  const consent = isOwnOrigin
    ? ''
    : ', or the host may not let other sites read its files (CORS): a browser does not tell these apart';
  return new AppError({
    code: 'model/host-unreachable',
    message: isSilent
      ? `${hostsOf(failures)} cannot be reached for ${file.name}.`
      : `${hostsOf(failures)} cannot deliver ${file.name} at the moment.`,
    hint: isSilent
      ? `The connection may be down, something on the way may block the host${consent}. What has arrived is kept: try again.`
      : 'What has arrived is kept: try again later.',
    details: detailsOf(file, failures),
  });
}

export function damaged(file: DownloadFile, { why, url }: Fault): AppError {
  return new AppError({
    code: 'model/integrity',
    message: `${file.name} is damaged: ${why}.`,
    hint: 'It was downloaded twice and nothing of it was kept. The file on the server may be another one than was published: try again later, or choose another model.',
    details: { file: file.name, url, why },
  });
}

export function noRoom(neededBytes: number, freeBytes: number): AppError {
  return new AppError({
    code: 'storage/full',
    message: `The download needs ${megabytes(neededBytes)} of storage, and the browser has ${megabytes(freeBytes)} left for this page.`,
    hint: 'Delete models or databases that you no longer need, or free space on the disk.',
    details: { neededBytes, freeBytes },
  });
}

/** @param thrown what the browser's storage threw */
export function storageError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const cause: ErrorData = toErrorData(thrown);
  if (thrown instanceof Error && thrown.name === 'QuotaExceededError') {
    return new AppError({
      code: 'storage/full',
      message: 'The browser has no room left for the model.',
      hint: 'Delete models or databases that you no longer need, then go on: what has arrived is kept.',
      cause,
    });
  }
  return new AppError({
    code: 'storage/unavailable',
    message: 'The browser does not let this page keep models.',
    hint: 'Private windows and embedded pages often may not. The model that comes with the page needs no storage.',
    cause,
  });
}

function hostsOf(failures: readonly Failure[]): string {
  return [...new Set(failures.map(({ url }) => hostOf(url)))].join(', nor ');
}

/** For messages; the address as it is where it is not a web address. */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? url;
}

function detailsOf(file: DownloadFile, failures: readonly Failure[]) {
  return {
    file: file.name,
    url: failures.map(({ url }) => url).join(' '),
    why: failures.map(({ url, why }) => `${hostOf(url)}: ${why}`).join('; '),
  };
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}
