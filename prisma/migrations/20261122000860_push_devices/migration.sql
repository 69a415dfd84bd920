-- CreateTable
CREATE TABLE "push_device" (
    "id" TEXT COLLATE "C" NOT NULL,
    "user_id" TEXT COLLATE "C" NOT NULL,
    "session_id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT NOT NULL,
    "target_hash" TEXT COLLATE "C" NOT NULL,
    "target" TEXT NOT NULL,
    "name" TEXT,
    "app_version" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_device_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "push_device_target_hash_key" ON "push_device"("target_hash");

-- CreateIndex
CREATE INDEX "push_device_user_id_created_at_id_idx" ON "push_device"("user_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "push_device_session_id_idx" ON "push_device"("session_id");

-- AddForeignKey
ALTER TABLE "push_device" ADD CONSTRAINT "push_device_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_device" ADD CONSTRAINT "push_device_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "device_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE "push_device" ADD CONSTRAINT "push_device_kind" CHECK ("kind" IN ('apns', 'fcm', 'web_push'));
