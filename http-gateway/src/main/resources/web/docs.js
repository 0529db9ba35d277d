// Starts Swagger UI on this node's own contract; nothing is fetched from elsewhere.
window.SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  docExpansion: 'list',
  presets: [window.SwaggerUIBundle.presets.apis],
});
