-- When nothing is pushed to somebody's devices: {"start": "22:00", "end": "07:00"}.
ALTER TABLE "user" ADD COLUMN "quiet_hours" JSONB;
