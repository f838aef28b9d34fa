/** Carries a message to the place of a compile-time error. */
export interface FlinkTypeError<out Message> {
  readonly __flinkTypeError__: Message;
}

/** Nothing, or an error with these messages. (The template literal makes the compiler print them, not an alias.) */
export type Problem<M> = [M] extends [never] ? unknown : FlinkTypeError<`${M & string}`>;
