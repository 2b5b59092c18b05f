// A process of its own for each model, so that the peak memory it reports is that model's and no other's.
import { describeError } from "../describe-error.js";
import { measureModel } from "./measure-model.js";
import type { MeasurementReply, MeasurementRequest } from "./measurement.js";

process.once("message", async (request: MeasurementRequest) => {
  process.send?.(await reply(request));
  process.disconnect();
});

async function reply(request: MeasurementRequest): Promise<MeasurementReply> {
  try {
    return { type: "measured", measurement: await measureModel(request) };
  } catch (error) {
    return { type: "failed", message: describeError(error) };
  }
}
