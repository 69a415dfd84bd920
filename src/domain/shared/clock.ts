/** Where the domain takes the time from. */
export interface Clock {
  now(): Date;
}
