-- A key may have several secrets while one takes the place of another.

-- CreateTable
CREATE TABLE "api_key_secret" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "api_key_id" TEXT COLLATE "C" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retires_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_secret_pkey" PRIMARY KEY ("hash")
);

INSERT INTO "api_key_secret" ("hash", "api_key_id", "created_at") SELECT "hash", "id", "created_at" FROM "api_key";

-- DropIndex
DROP INDEX "api_key_hash_key";

-- AlterTable
ALTER TABLE "api_key" DROP COLUMN "hash",
ADD COLUMN     "first_used_address" TEXT,
ADD COLUMN     "first_used_at" TIMESTAMPTZ(3),
ADD COLUMN     "first_used_user_agent" TEXT,
ADD COLUMN     "last_refused_at" TIMESTAMPTZ(3),
ADD COLUMN     "overlap_ends_at" TIMESTAMPTZ(3),
ADD COLUMN     "rotated_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "api_key_secret_api_key_id_idx" ON "api_key_secret"("api_key_id");

-- AddForeignKey
ALTER TABLE "api_key_secret" ADD CONSTRAINT "api_key_secret_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

CREATE UNIQUE INDEX "api_key_secret_one_stays" ON "api_key_secret" ("api_key_id") WHERE "retires_at" IS NULL;
