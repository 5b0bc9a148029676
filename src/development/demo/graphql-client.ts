/** Sends operations with one token; throws on any error or refusal, since the example is meant to go through. */
export class GraphqlClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  async send<Data>(query: string, variables: Readonly<Record<string, unknown>>): Promise<Data> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] };
    if (errors) throw new Error(`The example was not taken: ${errors.map((error) => error.message).join('; ')}`);
    return data;
  }

  /** Sends a mutation and gives its payload, which must hold no refusal. */
  async mutate<Payload>(query: string, input: unknown): Promise<Payload> {
    const data = await this.send<Record<string, Payload & { userErrors: { code: string; message: string }[] }>>(query, {
      input,
    });
    const payload = Object.values(data)[0];
    if (!payload) throw new Error('The mutation was not answered');
    const [refusal] = payload.userErrors;
    if (refusal) throw new Error(`The example was refused: ${refusal.code}, ${refusal.message}`);
    return payload;
  }
}
