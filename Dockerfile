# The product without its tests and tools. Build: docker compose build. Run: docker compose up -d.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY src ./src
RUN node scripts/build.mjs && npm prune --omit=dev
# Pictures use two of the five weights that the font's package brings.
RUN cd node_modules/@embedpdf/fonts-sc/fonts && rm NotoSansHans-Light.otf NotoSansHans-DemiLight.otf NotoSansHans-Regular.otf

FROM node:20-bookworm-slim
ENV NODE_ENV=production TZ=Asia/Shanghai HOST=0.0.0.0 HUIYIN_DATA=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY bin ./bin
COPY scripts/lib ./scripts/lib
COPY config ./config
COPY models ./models
# What `huiyin train --local` learns from beside the county’s own corrections.
COPY corpus ./corpus
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
# Node itself is process 1 and gets SIGTERM.
CMD ["node", "dist/main.js"]
